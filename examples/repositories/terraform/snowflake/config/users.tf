module "user_svc_dlt" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name                  = "SVC_DLT"
  user_display_name          = "Dlt Service Account"
  user_comment               = "Service account of dlt."
  user_is_service_account    = true
  user_create_dedicated_role = true
  user_default_warehouse     = module.warehouse_loading.warehouse_name

  user_additional_roles = []
}

module "user_svc_airbyte" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name                  = "SVC_AIRBYTE"
  user_display_name          = "Airbyte Service Account"
  user_comment               = "Service account of airbyte."
  user_is_service_account    = true
  user_create_dedicated_role = true
  user_default_warehouse     = module.warehouse_loading.warehouse_name

  user_additional_roles = []
}

module "user_svc_kafka_connector" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name                  = "SVC_KAFKA_CONNECTOR"
  user_display_name          = "Kafka Connector Service Account"
  user_comment               = "Service account of kafka connector."
  user_is_service_account    = true
  user_create_dedicated_role = true
  user_default_warehouse     = module.warehouse_loading.warehouse_name

  user_additional_roles = []
}

module "user_svc_dbt" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name                  = "SVC_DBT"
  user_display_name          = "Dbt Service Account"
  user_comment               = "Service account of dbt."
  user_is_service_account    = true
  user_create_dedicated_role = true
  user_default_warehouse     = module.warehouse_transforming.warehouse_name

  user_additional_roles = []
}

resource "snowflake_grant_privileges_to_account_role" "svc_dlt_warehouse" {
  provider = snowflake.security_admin

  account_role_name = module.user_svc_dlt.user_default_role
  privileges        = ["USAGE"]

  on_account_object {
    object_type = "WAREHOUSE"
    object_name = module.warehouse_loading.warehouse_name
  }
}

resource "snowflake_grant_privileges_to_account_role" "svc_airbyte_warehouse" {
  provider = snowflake.security_admin

  account_role_name = module.user_svc_airbyte.user_default_role
  privileges        = ["USAGE"]

  on_account_object {
    object_type = "WAREHOUSE"
    object_name = module.warehouse_loading.warehouse_name
  }
}

module "user_ada_lovelace" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name              = "ADA.LOVELACE"
  user_comment           = "Data team." # joined 2024
  user_email             = "ada@example.com"
  user_default_role      = module.role_analytics_developer.role_name
  user_default_warehouse = module.warehouse_developer.warehouse_name

  user_additional_roles = [
    module.role_analytics_developer.role_name,
  ]
}

module "user_grace_hopper" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name              = "GRACE.HOPPER"
  user_comment           = "Data team." # joined 2024
  user_email             = "grace@example.com"
  user_default_role      = module.role_analytics_developer.role_name
  user_default_warehouse = module.warehouse_developer.warehouse_name

  user_additional_roles = [
    module.role_analytics_developer.role_name,
  ]
}

module "user_edsger_dijkstra" {
  source = "../modules/snowflake_user"

  providers = {
    snowflake.security_admin = snowflake.security_admin
    snowflake.user_admin     = snowflake.user_admin
  }

  user_name              = "EDSGER.DIJKSTRA"
  user_comment           = "Data team." # joined 2024
  user_email             = "edsger@example.com"
  user_default_role      = module.role_analytics_developer.role_name
  user_default_warehouse = module.warehouse_developer.warehouse_name

  user_additional_roles = [
    module.role_analytics_developer.role_name,
  ]
}
