resource "aws_secretsmanager_secret" "fivetran_snowflake_credentials" {
  name        = "fivetran/snowflake-credentials"
  description = "Snowflake credentials for SVC_FIVETRAN."
}

resource "aws_secretsmanager_secret" "fivetran_hubspot" {
  name        = "fivetran/hubspot"
  description = "Credentials of hubspot."
}
