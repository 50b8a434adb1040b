/** Writes change sets to disk, every file or none; the only code of the library that writes. */
@NullMarked
package dev.headwater.apply;

import org.jspecify.annotations.NullMarked;
