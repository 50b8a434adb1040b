module "schema_dlt_exchange_rates" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_dlt.database_name
  schema_name     = "EXCHANGE_RATES"
  schema_comment  = "Data from exchange rates loaded by dlt."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

module "schema_dlt_currencies" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_dlt.database_name
  schema_name     = "CURRENCIES"
  schema_comment  = "Data from currencies loaded by dlt."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

module "schema_dlt_shop" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_dlt.database_name
  schema_name     = "SHOP"
  schema_comment  = "Data from shop loaded by dlt."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

module "schema_airbyte_salesforce" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_airbyte.database_name
  schema_name     = "SALESFORCE"
  schema_comment  = "Data from salesforce loaded by airbyte."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

module "schema_airbyte_zendesk" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_airbyte.database_name
  schema_name     = "ZENDESK"
  schema_comment  = "Data from zendesk loaded by airbyte."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

module "schema_snowpipe_partner_files" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_snowpipe.database_name
  schema_name     = "PARTNER_FILES"
  schema_comment  = "Data from partner files loaded by snowpipe."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

module "schema_streaming_clickstream" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_streaming.database_name
  schema_name     = "CLICKSTREAM"
  schema_comment  = "Data from clickstream loaded by streaming."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]
}

/* Retired in 2025, kept until the audit is through:
module "schema_dlt_legacy" { ... }
*/
