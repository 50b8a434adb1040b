/** Makes fragments so: finds what is there, judges it, splices in what is missing, and proves the result. */
@NullMarked
package dev.headwater.reconcile;

import org.jspecify.annotations.NullMarked;
