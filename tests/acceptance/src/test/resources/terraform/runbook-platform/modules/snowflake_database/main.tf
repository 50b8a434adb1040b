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

variable "database_comment" {
  type = string
}

variable "grant_reader_to_account_roles" {
  type = list(string)
}

variable "grant_writer_to_account_roles" {
  type = list(string)
}

output "database_name" {
  value = var.database_name
}
