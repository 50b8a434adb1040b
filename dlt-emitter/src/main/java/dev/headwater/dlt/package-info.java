/** Step 4 of the runbook: the dlt sources and pipelines of a plan. */
@NullMarked
package dev.headwater.dlt;

import org.jspecify.annotations.NullMarked;
