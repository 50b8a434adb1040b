variable "schema_name" {
  type        = string
  description = "Schema name."
}

variable "schema_database" {
  type        = string
  description = "Schema database."
}

variable "schema_comment" {
  type        = string
  description = "Schema comment."
  default     = ""
}

variable "schema_is_transient" {
  type        = bool
  description = "Schema is transient."
  default     = false
}

variable "schema_data_retention_days" {
  type        = number
  description = "Schema data retention days."
  default     = 1
}

variable "grant_reader_to_account_roles" {
  type        = list(string)
  description = "Grant reader to account roles."
  default     = []
}
