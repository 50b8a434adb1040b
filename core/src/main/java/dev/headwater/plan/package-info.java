/** The domain: a data source plan, its rules, and every name that is derived from it. */
@NullMarked
package dev.headwater.plan;

import org.jspecify.annotations.NullMarked;
