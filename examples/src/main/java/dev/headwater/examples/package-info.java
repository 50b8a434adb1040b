/** The quickstart that the README runs, and what it needs to run what was emitted. */
@NullMarked
package dev.headwater.examples;

import org.jspecify.annotations.NullMarked;
