output "user_name" {
  value = upper(var.user_name)
}

output "user_default_role" {
  value = var.user_create_dedicated_role ? upper(var.user_name) : var.user_default_role
}

output "user_default_warehouse" {
  value = var.user_default_warehouse
}
