package dev.headwater.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of an item that is put in, with the children that go with it. */
final class YamlItemText {

    private final String text;
    private final Map<String, List<YamlItemText>> children = new LinkedHashMap<>();

    YamlItemText(String text) {
        this.text = text.endsWith("\n") ? text : text + "\n";
    }

    void add(String list, YamlItemText child) {
        children.computeIfAbsent(list, key -> new ArrayList<>()).add(child);
    }

    /** The item at column 0, without its dash. */
    String atColumnZero() {
        StringBuilder all = new StringBuilder(text);
        children.forEach((list, items) -> {
            all.append(list).append(":\n");
            items.forEach(item -> all.append(item.asListItem(2, 2)));
        });
        return all.toString();
    }

    /** The item with its dash, lines ended by LF. */
    String asListItem(int dashColumn, int gap) {
        String first = " ".repeat(dashColumn) + "-" + " ".repeat(gap - 1);
        String rest = " ".repeat(dashColumn + gap);
        StringBuilder item = new StringBuilder();
        String indentation = first;
        for (String line : atColumnZero().split("\n", -1)) {
            if (!line.isEmpty()) {
                item.append(indentation).append(line);
                indentation = rest;
            }
            item.append('\n');
        }
        return item.substring(0, item.length() - 1);
    }
}
