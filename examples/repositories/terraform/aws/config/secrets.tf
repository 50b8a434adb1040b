resource "aws_secretsmanager_secret" "dlt_snowflake_credentials" {
  name        = "dlt/snowflake-credentials"
  description = "Snowflake credentials for SVC_DLT."

  tags = {
    ManagedBy = "terraform"
  }
}

resource "aws_secretsmanager_secret" "airbyte_snowflake_credentials" {
  name        = "airbyte/snowflake-credentials"
  description = "Snowflake credentials for SVC_AIRBYTE."

  tags = {
    ManagedBy = "terraform"
  }
}

resource "aws_secretsmanager_secret" "airbyte_api_credentials" {
  name        = "airbyte/api-credentials"
  description = "Airbyte API."

  tags = {
    ManagedBy = "terraform"
  }
}

resource "aws_secretsmanager_secret" "dlt_exchange_rates" {
  name        = "dlt/exchange-rates"
  description = "Exchange rates API."

  tags = {
    ManagedBy = "terraform"
  }
}
