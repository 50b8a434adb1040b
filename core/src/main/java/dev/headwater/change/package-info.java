/**
 * What would change in a repository, as data: files before and after, conflicts, the diff, and writing it all or
 * nothing.
 */
@NullMarked
package dev.headwater.change;

import org.jspecify.annotations.NullMarked;
