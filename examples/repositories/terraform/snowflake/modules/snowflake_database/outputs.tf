output "database_name" {
  value = upper(var.database_name)
}

output "reader_role_name" {
  value = "${upper(var.database_name)}_DB_READER"
}

output "writer_role_name" {
  value = "${upper(var.database_name)}_DB_WRITER"
}
