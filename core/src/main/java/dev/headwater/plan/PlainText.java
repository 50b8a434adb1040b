package dev.headwater.plan;

import dev.headwater.problem.Problems;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Text from people that every target can carry: no control characters but line breaks and tabs, no lone surrogates, and
 * none of the line and paragraph separators that only some readers take for line ends. Ingestion methods use it for
 * their own texts.
 */
public final class PlainText {

    private PlainText() {}

    /**
     * Judges text of any number of lines.
     *
     * @param text the text
     * @param path where it is in the plan
     * @param problems takes what is wrong
     */
    public static void text(String text, String path, Problems problems) {
        OptionalInt odd = text.codePoints()
                .filter(c -> c != '\n' && c != '\t' && isUncarried(c))
                .findFirst();
        odd.ifPresent(c -> problems.add(
                "text.character",
                path,
                "The text holds the character " + name(c) + ", which not every target can carry.",
                "Remove it; line breaks are \\n."));
    }

    /**
     * Judges text of one line.
     *
     * @param text the text
     * @param path where it is in the plan
     * @param problems takes what is wrong
     */
    public static void oneLine(String text, String path, Problems problems) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            problems.add("text.line", path, "The text has a line break or a tab.", "Write it on one line.");
        }
        text(text, path, problems);
    }

    private static boolean isUncarried(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE
                || c == 0x2028
                || c == 0x2029;
    }

    private static String name(int c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
