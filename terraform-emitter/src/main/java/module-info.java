/** Steps 2 and 3 of the runbook: the Snowflake and AWS Terraform of a plan. */
module dev.headwater.terraform {
    requires transitive dev.headwater.core;
    requires static org.jspecify;

    exports dev.headwater.terraform;
}
