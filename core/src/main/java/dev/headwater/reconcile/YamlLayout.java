package dev.headwater.reconcile;

import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Kind;
import java.util.List;

/** Where in a YAML file's text things stand: ends of values, lines, indentation, comments. */
final class YamlLayout {

    private final String text;
    private final YamlNode root;

    YamlLayout(YamlDocument document) {
        this.text = document.text();
        this.root = document.root().orElseThrow();
    }

    /** Offset behind the last character of a node's last leaf. */
    int end(YamlNode node) {
        if (node.isFlow() || node.kind() == Kind.ALIAS) {
            return node.place().end();
        }
        if (node.kind() == Kind.SCALAR) {
            return isBlockScalar(node) ? endOfBlockScalar(node) : node.place().end();
        }
        return end(lastChild(node));
    }

    private static YamlNode lastChild(YamlNode node) {
        return node.kind() == Kind.SEQUENCE
                ? node.items().get(node.items().size() - 1)
                : node.entries().get(node.entries().size() - 1).value();
    }

    private YamlNode lastLeaf(YamlNode node) {
        boolean leaf = node.isFlow() || node.kind() == Kind.ALIAS || node.kind() == Kind.SCALAR;
        return leaf ? node : lastLeaf(lastChild(node));
    }

    private boolean isBlockScalar(YamlNode node) {
        int start = node.place().start();
        return start < text.length()
                && (text.charAt(start) == '|' || text.charAt(start) == '>')
                && node.place().end() > start;
    }

    /** The parser's mark lies behind blank lines, which belong to the value only when it keeps them. */
    private int endOfBlockScalar(YamlNode node) {
        int end = Math.min(node.place().end(), text.length());
        if (header(node).contains("+")) {
            int line = text.lastIndexOf('\n', end - 1);
            return text.substring(line + 1, end).isBlank() ? line : end;
        }
        while (end > node.place().start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private String header(YamlNode node) {
        int start = node.place().start();
        int lineEnd = text.indexOf('\n', start);
        String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }

    /** Whether more text behind a node at the end of the file would change the node's value. */
    boolean isOpenAtEnd(YamlNode node) {
        YamlNode leaf = lastLeaf(node);
        return leaf.kind() == Kind.SCALAR
                && !leaf.isFlow()
                && isBlockScalar(leaf)
                && !header(leaf).contains("-")
                && !text.endsWith("\n")
                && end(leaf) >= text.stripTrailing().length();
    }

    /** Start of the line behind the one that holds an offset; the text's length when there is none. */
    int nextLine(int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Goes past own-line comments, and the blank lines before them, that are indented at least so far. */
    int pastComments(int from, int leastColumn) {
        int accepted = from;
        int at = from;
        while (at < text.length()) {
            int end = nextLine(at);
            String line = text.substring(at, end);
            int column = indentation(line);
            boolean comment = column < line.length() && line.charAt(column) == '#';
            if (comment && column >= leastColumn) {
                accepted = end;
            } else if (!line.isBlank()) {
                break;
            }
            at = end;
        }
        return accepted;
    }

    private static int indentation(String line) {
        int column = 0;
        while (column < line.length() && line.charAt(column) == ' ') {
            column++;
        }
        return column;
    }

    int column(int at) {
        int column = at - (text.lastIndexOf('\n', at - 1) + 1);
        boolean afterMark = text.startsWith("\uFEFF") && at - column == 0;
        return afterMark ? column - 1 : column;
    }

    /** Column of an item's dash: left of its content on the same line, or on a line of its own above. */
    int dashColumn(YamlNode item) {
        int at = item.place().start() - 1;
        while (at >= 0 && text.charAt(at) != '-') {
            int lineStart = text.lastIndexOf('\n', at) + 1;
            boolean comment = text.substring(lineStart, at + 1).strip().startsWith("#");
            at = comment ? lineStart - 1 : at - 1;
        }
        return column(at);
    }

    /** Spaces from an item's dash to its content; two where the dash stands alone. */
    int dashGap(YamlNode item) {
        int gap = item.place().column() - dashColumn(item);
        int start = item.place().start();
        String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
        return before.contains("-") && gap > 0 ? gap : 2;
    }

    /** How far the document's first block list stands right of its key. */
    int listOffset() {
        int found = listOffset(root);
        return found < 0 ? 2 : found;
    }

    private int listOffset(YamlNode node) {
        for (YamlNode.Entry entry : node.entries()) {
            YamlNode value = entry.value();
            if (value.kind() == Kind.SEQUENCE
                    && !value.isFlow()
                    && !value.items().isEmpty()) {
                return dashColumn(value.items().get(0)) - entry.key().place().column();
            }
            int deeper = listOffset(value);
            if (deeper >= 0) {
                return deeper;
            }
        }
        return node.items().stream()
                .mapToInt(this::listOffset)
                .filter(offset -> offset >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Whether a blank line parts each two items of a list. */
    boolean isSpaced(List<YamlNode> items) {
        for (int i = 1; i < items.size(); i++) {
            String between =
                    text.substring(end(items.get(i - 1)), items.get(i).place().start());
            if (!between.replace("\r", "").contains("\n\n")) {
                return false;
            }
        }
        return items.size() > 1;
    }

    /** The line end nearest above, else the file's first, else LF. */
    String lineEnd(int at) {
        int nearest = text.lastIndexOf('\n', at - 1);
        int found = nearest >= 0 ? nearest : text.indexOf('\n');
        return found > 0 && text.charAt(found - 1) == '\r' ? "\r\n" : "\n";
    }

    boolean endsWithoutNewline(int at) {
        return at == text.length() && !text.endsWith("\n");
    }
}
