terraform {
  required_providers {
    snowflake = {
      source                = "terraform.io/builtin/terraform"
      configuration_aliases = [snowflake.sys_admin, snowflake.security_admin]
    }
  }
}

variable "database_name" {
  type = string
}

variable "schema_name" {
  type = string
}

variable "schema_comment" {
  type = string
}

output "schema_name" {
  value = var.schema_name
}
