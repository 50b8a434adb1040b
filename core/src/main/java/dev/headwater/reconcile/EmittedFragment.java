package dev.headwater.reconcile;

import dev.headwater.emit.Fragment;

/**
 * A fragment and who said it.
 *
 * @param fragment the fragment
 * @param emitter name of the emitter
 */
public record EmittedFragment(Fragment fragment, String emitter) {}
