module "schema_fivetran_hubspot" {
  source = "./modules/snowflake_schema"

  providers = {
    snowflake.sys_admin      = snowflake.sys_admin
    snowflake.security_admin = snowflake.security_admin
  }

  database_name  = module.database_fivetran.database_name
  schema_name    = "HUBSPOT"
  schema_comment = "Data from hubspot loaded by fivetran."

  depends_on = [module.database_fivetran]
}
