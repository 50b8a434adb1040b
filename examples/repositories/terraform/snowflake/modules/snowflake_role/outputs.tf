output "role_name" {
  value = upper(var.role_name)
}
