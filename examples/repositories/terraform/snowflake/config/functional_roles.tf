module "role_analytics_sources_reader" {
  source = "../modules/snowflake_role"

  providers = {
    snowflake.user_admin = snowflake.user_admin
  }

  role_name    = "ANALYTICS_SOURCES_READER"
  role_comment = "Reads every raw database."
}

module "role_analytics_developer" {
  source = "../modules/snowflake_role"

  providers = {
    snowflake.user_admin = snowflake.user_admin
  }

  role_name    = "ANALYTICS_DEVELOPER"
  role_comment = "People who build models."
}

module "role_analytics_transformer" {
  source = "../modules/snowflake_role"

  providers = {
    snowflake.user_admin = snowflake.user_admin
  }

  role_name    = "ANALYTICS_TRANSFORMER"
  role_comment = "dbt."
}

module "role_analytics_reporter" {
  source = "../modules/snowflake_role"

  providers = {
    snowflake.user_admin = snowflake.user_admin
  }

  role_name    = "ANALYTICS_REPORTER"
  role_comment = "Dashboards."
}
