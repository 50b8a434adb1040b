/** Strict templates, and one literal encoder a target language. */
@NullMarked
package dev.headwater.render;

import org.jspecify.annotations.NullMarked;
