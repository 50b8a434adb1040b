package dev.headwater.reconcile;

import dev.headwater.emit.Address;

/**
 * Something of other people's that must be there.
 *
 * @param address the thing
 * @param why why it is needed and what to do when it is missing
 */
public record Requirement(Address address, String why) {}
