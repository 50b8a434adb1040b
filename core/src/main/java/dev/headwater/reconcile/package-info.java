/** Makes fragments so: one decision for each, from what is there and what is wanted. */
@NullMarked
package dev.headwater.reconcile;

import org.jspecify.annotations.NullMarked;
