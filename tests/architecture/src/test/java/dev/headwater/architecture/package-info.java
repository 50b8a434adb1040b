/** Which way the arrows point. */
@NullMarked
package dev.headwater.architecture;

import org.jspecify.annotations.NullMarked;
