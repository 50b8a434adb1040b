package dev.headwater.reconcile;

import java.util.List;

/**
 * Items that are appended at one place, in their order.
 *
 * @param spot the place
 * @param items the items, at least one
 */
record Insertion(Spot spot, List<NewItem> items) {

    Insertion {
        items = List.copyOf(items);
    }
}
