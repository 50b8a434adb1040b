/** The house's conventions as data, with the runbook's values by default. */
@NullMarked
package dev.headwater.platform;

import org.jspecify.annotations.NullMarked;
