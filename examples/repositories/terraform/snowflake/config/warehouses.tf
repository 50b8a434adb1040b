module "warehouse_loading" {
  source = "../modules/snowflake_warehouse"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  warehouse_name    = "LOADING"
  warehouse_comment = "Loaders."
  warehouse_size    = "X-Small"
}

module "warehouse_transforming" {
  source = "../modules/snowflake_warehouse"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  warehouse_name    = "TRANSFORMING"
  warehouse_comment = "dbt."
  warehouse_size    = "Small"
}

module "warehouse_reporting" {
  source = "../modules/snowflake_warehouse"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  warehouse_name    = "REPORTING"
  warehouse_comment = "Dashboards."
  warehouse_size    = "Small"
}

module "warehouse_developer" {
  source = "../modules/snowflake_warehouse"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  warehouse_name    = "DEVELOPER"
  warehouse_comment = "People."
  warehouse_size    = "X-Small"
}
