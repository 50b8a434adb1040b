/** Where a host begins: a workspace of repositories, and the preview of what a plan would change in them. */
@NullMarked
package dev.headwater;

import org.jspecify.annotations.NullMarked;
