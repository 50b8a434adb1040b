/** The runbook, filled in: what to do in which order, how to check it, and the way back. */
@NullMarked
package dev.headwater.runbook;

import org.jspecify.annotations.NullMarked;
