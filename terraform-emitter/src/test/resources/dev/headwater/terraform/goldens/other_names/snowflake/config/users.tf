module "user_svc_fivetran" {
  source  = "acme/user/snowflake"
  version = "2.0.1"

  providers = {
    snowflake.user_admin     = snowflake.useradmin
    snowflake.security_admin = snowflake.securityadmin
  }

  user_name                  = "SVC_FIVETRAN"
  user_display_name          = "Fivetran Service Account"
  user_comment               = "Service account for fivetran data loading."
  user_is_service_account    = true
  user_create_dedicated_role = true
  user_default_warehouse     = module.wh_loading.warehouse_name

  user_additional_roles = []
}

resource "snowflake_grant_privileges_to_account_role" "svc_fivetran_warehouse" {
  provider = snowflake.securityadmin

  account_role_name = module.user_svc_fivetran.user_default_role
  privileges        = ["USAGE"]

  on_account_object {
    object_type = "WAREHOUSE"
    object_name = module.wh_loading.warehouse_name
  }
}
