package dev.headwater.reconcile;

import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The same with lists that stand at the column of their key, as Prefect writes them. */
    YamlItemText withListsAtKeys() {
        YamlDocument document = YamlDocument.parse(text);
        YamlLayout layout = new YamlLayout(document);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        dedentLists(document.root().orElseThrow(), layout, lines);
        YamlItemText restyled = new YamlItemText(String.join("\n", lines));
        children.forEach((list, items) -> items.forEach(item -> restyled.add(list, item.withListsAtKeys())));
        return restyled;
    }

    private void dedentLists(YamlNode node, YamlLayout layout, List<String> lines) {
        if (node.kind() == YamlNode.Kind.SEQUENCE && !node.isFlow()) {
            int last = (int) text.substring(0, layout.end(node))
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            for (int i = node.line() - 1; i <= last; i++) {
                lines.set(i, lines.get(i).startsWith("  ") ? lines.get(i).substring(2) : lines.get(i));
            }
        }
        node.items().forEach(item -> dedentLists(item, layout, lines));
        node.entries().forEach(entry -> dedentLists(entry.value(), layout, lines));
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
