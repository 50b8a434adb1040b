# One provider configuration per administrative role.
provider "snowflake" {
  alias = "account_admin"
}

provider "snowflake" {
  alias = "sys_admin"
}

provider "snowflake" {
  alias = "security_admin"
}

provider "snowflake" {
  alias = "user_admin"
}
