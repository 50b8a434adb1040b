package dev.headwater.reconcile;

import dev.headwater.change.ChangeSet;

/**
 * What came of reconciling one repository.
 *
 * @param changes what would change
 * @param seen what was looked at to decide so
 */
public record Reconciled(ChangeSet changes, SeenFiles seen) {}
