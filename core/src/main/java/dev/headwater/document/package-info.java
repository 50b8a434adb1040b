/** What stands in a file: HCL, YAML and plain text, with the lines where it stands. */
@NullMarked
package dev.headwater.document;

import org.jspecify.annotations.NullMarked;
