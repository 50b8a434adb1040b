package dev.headwater.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a git ignore file.
 *
 * @param directory the directory that they are for, as its path from the top of the checkout with a slash behind it
 * @param rules the rules, the last one first, which is the one that counts
 */
record IgnoreFile(String directory, List<IgnoreRule> rules) {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /**
     * Reads a file.
     *
     * @param directory the directory that its rules are for
     * @param name the file's name in messages
     * @param bytes the file
     * @return its rules
     */
    static IgnoreFile parse(String directory, String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String[] lines = text.substring(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0)
                .split("\n", -1);
        List<IgnoreRule> rules = new ArrayList<>();
        for (int i = lines.length - 1; i >= 0; i--) {
            IgnoreRule.parse(name, i + 1, said(lines[i])).ifPresent(rules::add);
        }
        return new IgnoreFile(directory, List.copyOf(rules));
    }

    /** A carriage return belongs to the line's end, and git reads no further than a NUL. */
    private static String said(String line) {
        String said = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return said.indexOf(0) < 0 ? said : said.substring(0, said.indexOf(0));
    }

    /**
     * The rule that speaks of a path.
     *
     * @param path its path from the top of the checkout, below this file's directory
     * @param isDirectory whether it is a directory
     * @return the rule, which may take back what others say
     */
    Optional<IgnoreRule> rule(String path, boolean isDirectory) {
        String below = path.substring(directory.length());
        return rules.stream().filter(rule -> rule.matches(below, isDirectory)).findFirst();
    }
}
