module "schema_fivetran_hubspot" {
  source = "../modules/schema"

  providers = {
    snowflake = snowflake.sysadmin
  }

  schema_database = module.database_fivetran.database_name
  schema_name     = "HUBSPOT"
  schema_comment  = "Data from hubspot loaded by fivetran."

  grant_reader_to_account_roles = [
    module.roles["analytics_sources_reader"].role_name,
  ]

  depends_on = [module.database_fivetran]
}
