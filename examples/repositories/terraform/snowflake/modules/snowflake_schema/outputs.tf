output "schema_name" {
  value = upper(var.schema_name)
}
