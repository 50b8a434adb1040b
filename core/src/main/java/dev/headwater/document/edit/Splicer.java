package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns insertions into splices of the text, in the style of the file. */
public final class Splicer {

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern STRIPPED = Pattern.compile("[|>][0-9]?-[0-9]?\\s");

    private final String text;
    private final TextLines lines;

    /** Whether a blank line comes before a new key of the root. */
    private final boolean isParted;

    private final SequenceStyle style;

    Splicer(String text, YamlNode root, boolean isParted) {
        this.text = text;
        this.isParted = isParted;
        this.lines = new TextLines(text);
        this.style = SequenceStyle.of(root);
    }

    List<Splice> splices(Insertion insertion) {
        InsertionPoint spot = insertion.spot();
        if (spot instanceof InsertionPoint.AfterItems after) {
            return List.of(afterItems(after, insertion));
        }
        return spot instanceof InsertionPoint.EmptyValue empty
                ? underKey(empty, insertion)
                : List.of(newKey((InsertionPoint.NewKey) spot, insertion));
    }

    /** Refuses a place whose last value would change when a line end follows it. */
    void requireClosedEnd(InsertionPoint spot) {
        YamlNode leaf = lastLeaf(spot.changed());
        boolean openBlock = leaf instanceof Scalar scalar
                && scalar.style().isBlock()
                && text.indexOf('\n', scalar.place().end()) < 0
                && !STRIPPED.matcher(text.substring(scalar.place().start())).find();
        if (openBlock) {
            throw new DocumentException(
                    "yaml.block-scalar-at-eof",
                    (int) text.lines().count(),
                    "The file ends here inside a block of text without a line end, and one more line end would change"
                            + " the text.",
                    "End the file with a line end.");
        }
    }

    private Splice afterItems(InsertionPoint.AfterItems spot, Insertion insertion) {
        Sequence sequence = spot.sequence();
        int dash = sequence.place().column();
        int point = point(sequence, dash, spot.keyColumn());
        return new Splice(
                point,
                point,
                dash,
                false,
                itemLines(
                        insertion,
                        dash,
                        gapOfLast(sequence, dash),
                        isSpaced(sequence),
                        isSpacedBehind(sequence, point)),
                holdsBlock(insertion));
    }

    private List<Splice> underKey(InsertionPoint.EmptyValue spot, Insertion insertion) {
        YamlNode.Place value = spot.entry().value().place();
        int cutFrom = value.start();
        while (cutFrom > 0 && value.end() > value.start() && text.charAt(cutFrom - 1) == ' ') {
            cutFrom--;
        }
        int dash = spot.keyColumn() + style.offset(spot.inItem());
        int point = point(spot.entry().value(), dash, spot.keyColumn());
        Splice items = new Splice(point, point, dash, false, itemLines(insertion, dash, 1), holdsBlock(insertion));
        return cutFrom == value.end() ? List.of(items) : List.of(Splice.cut(cutFrom, value.end()), items);
    }

    private Splice newKey(InsertionPoint.NewKey spot, Insertion insertion) {
        int column = spot.keyColumn();
        int point = lines.pastComments(lines.after(spot.mapping().place().end()), column);
        List<String> written = new ArrayList<>();
        if (column == 0 && isParted) {
            written.add("");
        }
        written.add(" ".repeat(column) + keyText(spot.key()) + ":");
        written.addAll(itemLines(insertion, column + style.offset(spot.inItem()), 1));
        return new Splice(point, point, column, true, written, holdsBlock(insertion));
    }

    private int point(YamlNode before, int dash, int keyColumn) {
        return lines.pastComments(lines.after(before.place().end()), dash > keyColumn ? dash : dash + 1);
    }

    private List<String> itemLines(Insertion insertion, int dash, int gap) {
        return itemLines(insertion, dash, gap, false, false);
    }

    private List<String> itemLines(
            Insertion insertion, int dash, int gap, boolean isFirstSpaced, boolean areOthersSpaced) {
        List<String> written = new ArrayList<>();
        for (NewItem item : insertion.items()) {
            boolean isSpaced = written.isEmpty() ? isFirstSpaced : areOthersSpaced;
            written.addAll(isSpaced ? List.of("") : List.of());
            written.addAll(item.lines(dash, gap, style.offset(true)));
        }
        return written;
    }

    /** Whether a blank line stands above each item but the first, or above the comments that head it. */
    private boolean isSpaced(Sequence sequence) {
        List<YamlNode> items = sequence.items();
        for (int i = 1; i < items.size(); i++) {
            int end = items.get(i - 1).place().end();
            if (!lines.blankAbove(
                    items.get(i).place().start(), end, sequence.place().column())) {
                return false;
            }
        }
        return items.size() > 1;
    }

    /** Whether it will be so once an item stands at a place behind the last one. */
    private boolean isSpacedBehind(Sequence sequence, int place) {
        YamlNode first = sequence.items().get(0);
        return sequence.items().size() > 1
                ? isSpaced(sequence)
                : lines.blankAbove(place, first.place().end(), sequence.place().column());
    }

    /** How many blanks stand behind the last dash. */
    static int gapOfLast(Sequence sequence, int dash) {
        YamlNode last = sequence.items().get(sequence.items().size() - 1);
        return Math.max(1, last.place().column() - dash - 1);
    }

    private static boolean holdsBlock(Insertion insertion) {
        return insertion.items().stream().anyMatch(item -> holdsBlock(item.content()));
    }

    private static boolean holdsBlock(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream().anyMatch(entry -> holdsBlock(entry.value()));
        }
        return node instanceof Sequence sequence
                ? sequence.items().stream().anyMatch(Splicer::holdsBlock)
                : node instanceof Scalar scalar && scalar.style().isBlock();
    }

    private static YamlNode lastLeaf(YamlNode node) {
        if (node instanceof Mapping mapping && !mapping.flow()) {
            return lastLeaf(mapping.entries().get(mapping.entries().size() - 1).value());
        }
        return node instanceof Sequence sequence && !sequence.flow()
                ? lastLeaf(sequence.items().get(sequence.items().size() - 1))
                : node;
    }

    public static String keyText(String key) {
        return PLAIN_KEY.matcher(key).matches() ? key : "'" + key.replace("'", "''") + "'";
    }
}
