/** Step 5 of the runbook: the Prefect flows and deployments of a plan. */
@NullMarked
package dev.headwater.prefect;

import org.jspecify.annotations.NullMarked;
