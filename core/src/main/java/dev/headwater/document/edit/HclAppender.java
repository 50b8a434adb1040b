package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Appends blocks to a Terraform file: one blank line before each, everything else as it was. */
public final class HclAppender {

    private HclAppender() {}

    /** The file with blocks behind its last line that is not blank. */
    public static String append(HclFile file, List<String> blocks) {
        String text = file.text();
        int end = endOfContent(text);
        String eol = lineEnd(text, end);
        String head = text.substring(0, end);
        String added = blocks.stream()
                .map(block -> block.stripTrailing().replace("\n", eol))
                .collect(Collectors.joining(eol + eol));
        boolean empty = head.isEmpty() || "\uFEFF".equals(head);
        String result = empty
                ? text + lineEndOfBlanks(text, eol) + added + eol
                : head + eol + eol + added + text.substring(end);
        prove(file, blocks, result);
        return result;
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
    private static String lineEnd(String text, int at) {
        int nearest = text.lastIndexOf('\n', at - 1);
        int found = nearest >= 0 ? nearest : text.indexOf('\n');
        return found > 0 && text.charAt(found - 1) == '\r' ? "\r\n" : "\n";
    }

    private static void prove(HclFile before, List<String> blocks, String result) {
        List<String> expected = new ArrayList<>(texts(before));
        for (String block : blocks) {
            expected.addAll(texts(HclFile.parse(block)));
        }
        HclFile after = HclFile.parse(result);
        boolean sameAttributes =
                after.attributes().size() == before.attributes().size();
        if (!sameAttributes || !texts(after).equals(expected)) {
            throw new DocumentException(
                    "hcl.unsafe-edit", 0, "The block cannot be added for certain.", "Paste it by hand.");
        }
    }

    private static List<String> texts(HclFile file) {
        List<String> texts = new ArrayList<>();
        for (HclBlock block : file.blocks()) {
            texts.add(file.text().substring(block.start(), block.end()).replace("\r\n", "\n"));
        }
        return texts;
    }
}
