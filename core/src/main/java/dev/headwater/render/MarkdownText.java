package dev.headwater.render;

import java.util.regex.Pattern;

/**
 * Text that CommonMark (0.31) shows as it is. What nobody can see in it, control characters and lone surrogates, is
 * shown as U+FFFD, which CommonMark itself puts for NUL.
 *
 * <pre>{@code
 * MarkdownText.inline("*all* rows"); // \*all\* rows
 * MarkdownText.code("a`b"); // `` a`b ``
 * }</pre>
 */
public final class MarkdownText {

    private static final Pattern SPECIAL =
            Pattern.compile("(?=[\\\\`*\\[\\]<>|&~_])(?:[^_]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}]))");

    /** What makes a heading, an underline, a rule or a list at the beginning of a line. */
    private static final Pattern OPENING = Pattern.compile("\\A([0-9]*)([#+=.)-])");

    /** What a heading that ends in it is closed by. */
    private static final Pattern CLOSING = Pattern.compile("(?<=[ \\t])#++\\z");

    private static final Pattern TICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /**
     * Encodes text for a line, its beginning, a heading and a table's cell included.
     *
     * @param text any text; line breaks become spaces
     * @return Markdown
     */
    public static String inline(String text) {
        String line = SPECIAL.matcher(onOneLine(text)).replaceAll("\\\\$0");
        String began = OPENING.matcher(line).replaceFirst("$1\\\\$2");
        String open = CLOSING.matcher(began).replaceFirst("\\\\$0");
        return withVisibleEnds(open);
    }

    /** Readers take blanks off the ends of a line. */
    private static String withVisibleEnds(String line) {
        int from = !line.isEmpty() && isBlank(line.charAt(0)) ? 1 : 0;
        int to = line.length() > from && isBlank(line.charAt(line.length() - 1)) ? line.length() - 1 : line.length();
        return visible(line.substring(0, from)) + line.substring(from, to) + visible(line.substring(to));
    }

    private static boolean isBlank(char c) {
        return c == '\t' || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    private static String visible(String blank) {
        return blank.isEmpty() ? "" : "&#" + (int) blank.charAt(0) + ";";
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.replace("\r\n", " ").codePoints().forEach(c -> line.appendCodePoint(shown(c)));
        return line.toString();
    }

    private static int shown(int c) {
        return switch (c) {
            case '\n', '\r' -> ' ';
            case '\t' -> c;
            default -> Character.isISOControl(c) || Escapes.isLoneSurrogate(c) ? '\uFFFD' : c;
        };
    }

    /**
     * Encodes text as code: a code span, or, as a bar would end the cell of a table, HTML when there is one.
     *
     * @param text any text; line breaks become spaces, and where there is no text, code has a space
     * @return Markdown
     */
    public static String code(String text) {
        if (text.indexOf('|') >= 0) {
            return "<code>" + inline(text) + "</code>";
        }
        int longest = TICKS.matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String ticks = "`".repeat(longest + 1);
        String line = onOneLine(text);
        boolean isSpace = line.chars().allMatch(c -> c == ' ');
        boolean open = longest > 0 || line.isEmpty() || !isSpace && (line.startsWith(" ") || line.endsWith(" "));
        String space = open ? " " : "";
        return ticks + space + line + (line.isEmpty() ? "" : space) + ticks;
    }
}
