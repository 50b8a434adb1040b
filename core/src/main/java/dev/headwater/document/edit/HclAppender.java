package dev.headwater.document.edit;

import java.util.List;
import java.util.stream.Collectors;

/** Appends blocks to the text of a Terraform file: one blank line before each, everything else as it was. */
final class HclAppender {

    private HclAppender() {}

    /** A text with blocks behind its last line that is not blank. */
    static String appended(String text, List<String> blocks) {
        int end = endOfContent(text);
        String eol = lineEnd(text, end);
        String head = text.substring(0, end);
        String added = blocks.stream()
                .map(block -> block.stripTrailing().replace("\n", eol))
                .collect(Collectors.joining(eol + eol));
        boolean empty = head.isEmpty() || "\uFEFF".equals(head);
        return empty ? text + lineEndOfBlanks(text, eol) + added + eol : head + eol + eol + added + text.substring(end);
    }

    /** A file of nothing but blanks keeps them. */
    private static String lineEndOfBlanks(String text, String eol) {
        boolean open = text.endsWith(" ") || text.endsWith("\t");
        return open ? eol : "";
    }

    private static int endOfContent(String text) {
        int end = text.length();
        while (end > 0 && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        // Blanks behind the last content belong to its line, and stay.
        while (end > 0 && end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** The line end nearest above the place, else the file's first, else LF. */
    static String lineEnd(String text, int at) {
        int nearest = text.lastIndexOf('\n', at - 1);
        int found = nearest >= 0 ? nearest : text.indexOf('\n');
        return found > 0 && text.charAt(found - 1) == '\r' ? "\r\n" : "\n";
    }
}
