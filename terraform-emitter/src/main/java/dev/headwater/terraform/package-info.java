/** Steps 2 and 3 of the runbook: the Snowflake and AWS Terraform of a plan. */
@NullMarked
package dev.headwater.terraform;

import org.jspecify.annotations.NullMarked;
