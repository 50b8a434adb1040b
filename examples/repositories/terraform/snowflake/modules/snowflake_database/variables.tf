variable "database_name" {
  type        = string
  description = "Database name."
}

variable "database_comment" {
  type        = string
  description = "Database comment."
}

variable "database_data_retention_time_in_days" {
  type        = number
  description = "Database data retention time in days."
  default     = 1
}

variable "grant_reader_to_account_roles" {
  type        = list(string)
  description = "Grant reader to account roles."
  default     = []
}

variable "grant_writer_to_account_roles" {
  type        = list(string)
  description = "Grant writer to account roles."
  default     = []
}
