/** One rule a target system: which names it takes, and which name would do instead. */
@NullMarked
package dev.headwater.naming;

import org.jspecify.annotations.NullMarked;
