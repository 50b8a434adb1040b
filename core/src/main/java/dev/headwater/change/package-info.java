/** What would change in a repository, as data: files before and after, conflicts, and the diff. */
@NullMarked
package dev.headwater.change;

import org.jspecify.annotations.NullMarked;
