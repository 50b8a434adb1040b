module "user_svc_fivetran" {
  source = "./modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name                  = "SVC_FIVETRAN"
  user_display_name          = "Fivetran Service Account"
  user_comment               = "Service account for fivetran data loading."
  user_is_service_account    = true
  user_create_dedicated_role = true
  user_default_warehouse     = module.warehouse_loading.warehouse_name

  user_additional_roles = []
}

resource "snowflake_grant_privileges_to_account_role" "svc_fivetran_warehouse" {
  provider = snowflake.security_admin

  account_role_name = module.user_svc_fivetran.user_default_role
  privileges        = ["USAGE"]

  on_account_object {
    object_type = "WAREHOUSE"
    object_name = module.warehouse_loading.warehouse_name
  }
}
