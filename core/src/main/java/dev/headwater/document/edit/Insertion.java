package dev.headwater.document.edit;

import java.util.List;

/**
 * Items that are appended at one place, in their order.
 *
 * @param spot the place
 * @param items the items, at least one
 */
record Insertion(InsertionPoint spot, List<NewItem> items) {

    Insertion {
        items = List.copyOf(items);
    }
}
