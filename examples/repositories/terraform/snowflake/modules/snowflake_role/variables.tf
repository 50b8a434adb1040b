variable "role_name" {
  type        = string
  description = "Role name."
}

variable "role_comment" {
  type        = string
  description = "Role comment."
}
