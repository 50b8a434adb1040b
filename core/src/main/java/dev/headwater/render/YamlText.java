package dev.headwater.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Scalars of YAML that every reader takes for the same string, laid out as yamllint's default rules want it: plain
 * where that is certain, else in double quotes; long text folded to 80 columns.
 *
 * <pre>{@code
 * YamlText.scalar("crm"); // crm
 * YamlText.scalar("yes"); // "yes"
 * YamlText.entry("name", "no: 5", 0, 0); // name: "no: 5"
 * }</pre>
 */
public final class YamlText {

    private static final int WIDTH = 80;
    private static final String PLAIN_SIGNS = "_./()+,;%@!?'<>=-";
    private static final Pattern WORD_LIKE = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    /** yamllint's limit for blank lines in a row. */
    private static final int MOST_BLANK_LINES = 2;

    private YamlText() {}

    /**
     * Encodes a short value, such as a name.
     *
     * @param text any text
     * @return the scalar, on one line
     * @throws IllegalArgumentException when the text holds a lone surrogate, which readers refuse or replace
     */
    public static String scalar(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /**
     * Encodes a value in double quotes, whatever it is.
     *
     * @param text any text
     * @return the scalar, on one line
     * @throws IllegalArgumentException when the text holds a lone surrogate, which readers refuse or replace
     */
    public static String quoted(String text) {
        return "\"" + String.join("", escaped(text)) + "\"";
    }

    /**
     * Encodes the value of a key, folded where the line would be too long.
     *
     * @param key the key
     * @param text any text
     * @param column column at which the key will stand in the file, which decides where lines end
     * @param indentation column at which the key stands in the text that is being composed
     * @return {@code key: value} without line end; the first line without indentation, further ones with it
     * @throws IllegalArgumentException when the text holds a lone surrogate
     */
    public static String entry(String key, String text, int column, int indentation) {
        String line = key + ": " + scalar(text);
        if (column + line.length() <= WIDTH && text.indexOf('\n') < 0) {
            return line;
        }
        Escapes.wellFormed(text, "YAML");
        String further = " ".repeat(indentation + 2);
        int width = WIDTH - column + indentation;
        return isFoldable(text)
                ? key + ": >-\n" + folded(text, further, width)
                : key + ": \"" + brokenQuoted(text, further, width) + "\"";
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0)) && text.charAt(0) != '_' || text.endsWith(" ")) {
            return false;
        }
        boolean plain = !text.contains("  ") && text.chars().allMatch(c -> c == ' ' || isPlain((char) c));
        return plain && !WORD_LIKE.matcher(text).matches();
    }

    private static boolean isPlain(char c) {
        return Character.isLetter(c) || c >= '0' && c <= '9' || PLAIN_SIGNS.indexOf(c) >= 0;
    }

    /** Whether a folded scalar can say it: words with single blanks between them, in lines that are not far apart. */
    private static boolean isFoldable(String text) {
        int breaks = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            breaks = c == '\n' ? breaks + 1 : 0;
            boolean between = c == ' ' ? inWord : c == '\n' && (inWord || breaks > 1);
            inWord = c != ' ' && c != '\n';
            if (breaks > MOST_BLANK_LINES || (inWord ? Escapes.isHidden(c) || Character.isWhitespace(c) : !between)) {
                return false;
            }
        }
        return inWord;
    }

    /** A line break in the text is a blank line in the folded scalar. */
    private static String folded(String text, String indentation, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && indentation.length() + line.length() + 1 + word.length() > width) {
                    lines.add(indentation + line);
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            if (!line.isEmpty()) {
                lines.add(indentation + line);
            }
        }
        return String.join("\n", lines);
    }

    private static String brokenQuoted(String text, String indentation, int width) {
        StringBuilder literal = new StringBuilder();
        int column = width;
        for (String unit : escaped(text)) {
            if (column + unit.length() >= width - 1) {
                literal.append("\\\n").append(indentation);
                column = indentation.length();
                literal.append(" ".equals(unit) ? "\\" : "");
            }
            literal.append(unit);
            column += unit.length();
        }
        return literal.toString();
    }

    private static List<String> escaped(String text) {
        Escapes.wellFormed(text, "YAML");
        List<String> units = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
                units.add(text.substring(i, ++i + 1));
                continue;
            }
            units.add(Escapes.escaped(c, '"'));
        }
        return units;
    }
}
