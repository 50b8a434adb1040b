/** What stands in a repository already: HCL and YAML with the lines where it stands. */
@NullMarked
package dev.headwater.read;

import org.jspecify.annotations.NullMarked;
