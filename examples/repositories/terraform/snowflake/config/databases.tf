# Raw databases: one per loader. Ask in #data-eng before adding one.

module "database_dlt" {
  source = "../modules/snowflake_database"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  database_name    = "DLT"
  database_comment = "Raw data loaded by dlt."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
  grant_writer_to_account_roles = [
    module.user_svc_dlt.user_default_role,
  ]
}

module "database_airbyte" {
  source = "../modules/snowflake_database"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  database_name    = "AIRBYTE"
  database_comment = "Raw data loaded by Airbyte."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
  grant_writer_to_account_roles = [
    module.user_svc_airbyte.user_default_role,
  ]
}

module "database_snowpipe" {
  source = "../modules/snowflake_database"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  database_name    = "SNOWPIPE"
  database_comment = "Raw data loaded by Snowpipe."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
  grant_writer_to_account_roles = []
}

module "database_streaming" {
  source = "../modules/snowflake_database"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  database_name    = "STREAMING"
  database_comment = "Raw events from Kafka Connect."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
  grant_writer_to_account_roles = [
    module.user_svc_kafka_connector.user_default_role,
  ]
}

# The warehouse itself; dbt writes here.
module "database_analytics" {
  source = "../modules/snowflake_database"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  database_name                        = "ANALYTICS"
  database_comment                     = "Models that people use."
  database_data_retention_time_in_days = 7
}
