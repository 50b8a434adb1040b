/** How fast Headwater is, measured with JMH. */
@NullMarked
package dev.headwater.benchmarks;

import org.jspecify.annotations.NullMarked;
