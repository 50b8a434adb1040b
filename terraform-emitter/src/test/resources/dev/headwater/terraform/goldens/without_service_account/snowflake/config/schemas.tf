module "schema_files_partner_files" {
  source = "../modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  schema_database = module.database_files.database_name
  schema_name     = "PARTNER_FILES"
  schema_comment  = "Data from partner_files loaded by files."

  grant_reader_to_account_roles = [
    module.role_analytics_sources_reader.role_name,
  ]

  depends_on = [module.database_files]
}
