terraform {
  required_providers {
    snowflake = {
      source                = "terraform.io/builtin/terraform"
      configuration_aliases = [snowflake.user_admin]
    }
  }
}

variable "role_name" {
  type = string
}

output "role_name" {
  value = var.role_name
}
