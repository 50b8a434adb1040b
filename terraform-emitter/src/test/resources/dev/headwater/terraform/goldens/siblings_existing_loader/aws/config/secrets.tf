resource "aws_secretsmanager_secret" "dlt_hubspot" {
  name        = "dlt/hubspot"
  description = "Credentials of hubspot."
}
