variable "user_name" {
  type        = string
  description = "User name."
}

variable "user_comment" {
  type        = string
  description = "User comment."
}

variable "user_default_warehouse" {
  type        = string
  description = "User default warehouse."
}

variable "user_display_name" {
  type        = string
  description = "User display name."
  default     = ""
}

variable "user_email" {
  type        = string
  description = "User email."
  default     = null
}

variable "user_first_name" {
  type        = string
  description = "User first name."
  default     = ""
}

variable "user_last_name" {
  type        = string
  description = "User last name."
  default     = ""
}

variable "user_default_role" {
  type        = string
  description = "User default role."
  default     = "PUBLIC"
}

variable "user_additional_roles" {
  type        = list(string)
  description = "User additional roles."
  default     = []
}

variable "user_create_dedicated_role" {
  type        = bool
  description = "User create dedicated role."
  default     = false
}

variable "user_is_service_account" {
  type        = bool
  description = "User is service account."
  default     = false
}
