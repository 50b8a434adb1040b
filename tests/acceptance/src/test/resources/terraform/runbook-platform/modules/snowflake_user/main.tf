terraform {
  required_providers {
    snowflake = {
      source                = "terraform.io/builtin/terraform"
      configuration_aliases = [snowflake.security_admin, snowflake.user_admin]
    }
  }
}

variable "user_name" {
  type = string
}

variable "user_display_name" {
  type = string
}

variable "user_comment" {
  type = string
}

variable "user_is_service_account" {
  type = bool
}

variable "user_create_dedicated_role" {
  type = bool
}

variable "user_default_warehouse" {
  type = string
}

variable "user_additional_roles" {
  type = list(string)
}

output "user_default_role" {
  value = var.user_name
}
