# The runbook's platform, on Terraform's built-in provider: it takes aliases and downloads nothing.
terraform {
  required_providers {
    snowflake = {
      source = "terraform.io/builtin/terraform"
    }
  }
}

provider "snowflake" {
  alias = "account_admin"
}

provider "snowflake" {
  alias = "sys_admin"
}

provider "snowflake" {
  alias = "security_admin"
}

provider "snowflake" {
  alias = "user_admin"
}

module "warehouse_loading" {
  source = "./modules/snowflake_warehouse"

  providers = {
    snowflake.sys_admin = snowflake.sys_admin
  }

  warehouse_name = "LOADING"
}

module "role_analytics_sources_reader" {
  source = "./modules/snowflake_role"

  providers = {
    snowflake.user_admin = snowflake.user_admin
  }

  role_name = "ANALYTICS_SOURCES_READER"
}
