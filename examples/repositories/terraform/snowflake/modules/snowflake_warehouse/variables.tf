variable "warehouse_name" {
  type        = string
  description = "Warehouse name."
}

variable "warehouse_comment" {
  type        = string
  description = "Warehouse comment."
}

variable "warehouse_size" {
  type        = string
  description = "Warehouse size."
  default     = "X-Small"
}

variable "warehouse_auto_suspend" {
  type        = number
  description = "Warehouse auto suspend."
  default     = 60
}

variable "warehouse_usage_roles" {
  type        = list(string)
  description = "Warehouse usage roles."
  default     = []
}
