module "schema_dlt_hubspot" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_dlt.database_name
  schema_name     = "HUBSPOT"
  schema_comment  = "Data from hubspot loaded by dlt."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]

  depends_on = [module.database_dlt]
}
