package dev.headwater.render;

import java.util.regex.Pattern;

/** Text that CommonMark shows as it is. */
public final class MarkdownText {

    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\`*\\[\\]<>|&~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern TICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /**
     * Encodes text for the middle of a line.
     *
     * @param text any text; line breaks become spaces
     * @return Markdown
     */
    public static String inline(String text) {
        return SPECIAL.matcher(onOneLine(text)).replaceAll("\\\\$0");
    }

    private static String onOneLine(String text) {
        return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
    }

    /**
     * Encodes text as a code span.
     *
     * @param text any text; line breaks become spaces
     * @return Markdown
     */
    public static String code(String text) {
        int longest = TICKS.matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String ticks = "`".repeat(longest + 1);
        String line = onOneLine(text);
        boolean open = longest > 0 || line.isBlank() || line.startsWith(" ") || line.endsWith(" ");
        String space = open ? " " : "";
        return ticks + space + line + space + ticks;
    }
}
