/** What the emitters write, judged by goldens and by the real tools. */
@NullMarked
package dev.headwater.acceptance;

import org.jspecify.annotations.NullMarked;
