module "database_fivetran" {
  source = "../modules/snowflake-database"

  providers = {
    snowflake.sys_admin      = snowflake.sysadmin
    snowflake.security_admin = snowflake.securityadmin
  }

  database_name    = "FIVETRAN"
  database_comment = "Raw data loaded by fivetran."

  environment = var.environment

  grant_reader_to_account_roles = [
    module.roles["analytics_sources_reader"].role_name,
  ]
  grant_writer_to_account_roles = [
    module.user_svc_fivetran.user_default_role,
  ]
}
