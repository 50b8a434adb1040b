terraform {
  required_version = ">= 1.10"

  required_providers {
    snowflake = {
      source  = "Snowflake-Labs/snowflake"
      version = "~> 0.99"
      configuration_aliases = [
        snowflake.user_admin,
      ]
    }
  }
}
