terraform {
  required_providers {
    snowflake = {
      source                = "terraform.io/builtin/terraform"
      configuration_aliases = [snowflake.sys_admin]
    }
  }
}

variable "warehouse_name" {
  type = string
}

output "warehouse_name" {
  value = var.warehouse_name
}
