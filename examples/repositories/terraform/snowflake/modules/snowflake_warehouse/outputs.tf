output "warehouse_name" {
  value = upper(var.warehouse_name)
}
