package dev.headwater.reconcile;

import java.util.List;

/**
 * What came of editing one YAML file.
 *
 * @param text the new text; the very text that was given if there is nothing to insert
 * @param verdicts one for each wanted item, in their order
 */
record YamlEdit(String text, List<ItemVerdict> verdicts) {

    YamlEdit {
        verdicts = List.copyOf(verdicts);
    }
}
