package dev.headwater.reconcile;

import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.List;
import java.util.Optional;

/** Decides where in the text new items of a list go and how they are indented, after the file's own habits. */
final class YamlInsertion {

    private final YamlDocument document;
    private final YamlLayout layout;
    private final Splices splices;
    private final YamlProof proof;

    YamlInsertion(YamlDocument document, Splices splices, YamlProof proof) {
        this.document = document;
        this.layout = new YamlLayout(document);
        this.splices = splices;
        this.proof = proof;
    }

    void insert(YamlNode mapping, String key, List<YamlItemText> items) {
        Optional<YamlNode> value = mapping.get(key);
        if (value.isEmpty()) {
            underNewKey(mapping, key, items);
        } else if (value.orElseThrow().items().isEmpty()) {
            intoEmptyList(mapping, key, value.orElseThrow(), items);
        } else {
            behindLastItem(mapping, key, value.orElseThrow(), items);
        }
    }

    private void behindLastItem(YamlNode mapping, String key, YamlNode list, List<YamlItemText> items) {
        YamlNode first = list.items().get(0);
        YamlNode last = list.items().get(list.items().size() - 1);
        int dash = layout.dashColumn(first);
        boolean indented = dash > keyColumn(mapping, key);
        int at = layout.pastComments(layout.nextLine(layout.end(last)), indented ? dash : dash + 1);
        boolean spaced = layout.isSpaced(list.items());
        splices.insert(at, dash, ended(at, text(items, dash, layout.dashGap(last), spaced, spaced ? "\n" : "")));
        proof.insertedBefore(list.place().lastEvent(), items);
    }

    private void intoEmptyList(YamlNode mapping, String key, YamlNode empty, List<YamlItemText> items) {
        int column = keyColumn(mapping, key);
        int start = empty.place().start();
        int cut = start;
        while (empty.place().end() > start && document.text().charAt(cut - 1) == ' ') {
            cut--;
        }
        splices.replace(cut, empty.place().end(), "");
        int at = layout.pastComments(layout.nextLine(empty.place().end()), column + 1);
        int dash = column + layout.listOffset();
        splices.insert(at, dash, ended(at, text(items, dash, 2, false, "")));
        proof.replaced(empty.place().firstEvent(), empty.place().lastEvent(), items);
    }

    private void underNewKey(YamlNode mapping, String key, List<YamlItemText> items) {
        int column = mapping.entries().get(0).key().place().column();
        int behind = layout.nextLine(layout.end(mapping));
        int at = layout.pastComments(behind, column);
        String space = column == 0 ? "\n" : "";
        String text =
                space + " ".repeat(column) + key + ":\n" + text(items, column + layout.listOffset(), 2, false, "");
        splices.insert(at, column, ended(at, text));
        proof.insertedUnder(mapping.place().lastEvent(), key, items);
    }

    private static int keyColumn(YamlNode mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .findFirst()
                .orElseThrow()
                .key()
                .place()
                .column();
    }

    private String text(List<YamlItemText> items, int dash, int gap, boolean spaced, String before) {
        StringBuilder text = new StringBuilder(before);
        for (int i = 0; i < items.size(); i++) {
            text.append(spaced && i > 0 ? "\n" : "").append(styled(items.get(i)).asListItem(dash, gap));
        }
        return text.toString();
    }

    private YamlItemText styled(YamlItemText item) {
        return layout.listOffset() == 0 ? item.withListsAtKeys() : item;
    }

    /** Line ends as in the file; at an end without newline, the newline comes before instead of after. */
    private String ended(int at, String text) {
        String eol = layout.lineEnd(at);
        String lines = text.replace("\n", eol);
        return layout.endsWithoutNewline(at) ? eol + lines.substring(0, lines.length() - eol.length()) : lines;
    }
}
