/** Steps 2 and 3 of the runbook, and what of step 4 is Terraform: Snowflake, AWS and Airbyte. */
@NullMarked
package dev.headwater.terraform;

import org.jspecify.annotations.NullMarked;
