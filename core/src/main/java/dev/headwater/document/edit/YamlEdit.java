package dev.headwater.document.edit;

import java.util.List;

/**
 * What came of editing one YAML file.
 *
 * @param text the new text; the very text that was given if there is nothing to insert
 * @param verdicts one for each wanted item, in their order
 */
public record YamlEdit(String text, List<ItemVerdict> verdicts) {

    public YamlEdit {
        verdicts = List.copyOf(verdicts);
    }
}
