/** Step 6 of the runbook: the dbt sources and staging models of a plan. */
@NullMarked
package dev.headwater.dbt;

import org.jspecify.annotations.NullMarked;
