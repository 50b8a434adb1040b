/** What is wrong with a plan, as data, and the exceptions that carry it. */
@NullMarked
package dev.headwater.problem;

import org.jspecify.annotations.NullMarked;
