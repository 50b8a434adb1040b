package dev.headwater.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Scalars of YAML that every reader takes for the same string, laid out as yamllint's default rules want it: plain
 * where that is certain, else in double quotes; long text folded to 80 columns.
 */
public final class YamlText {

    private static final int WIDTH = 80;
    private static final Pattern PLAIN =
            Pattern.compile("\\p{L}[\\p{L}0-9_./()+,;%@!?'<>=-]*( [\\p{L}0-9_./()+,;%@!?'<>=-]+)*");
    private static final Pattern WORD_LIKE = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");
    private static final Pattern FOLDABLE = Pattern.compile("\\S+( \\S+)*(\\n+\\S+( \\S+)*)*");

    private YamlText() {}

    /**
     * Encodes a short value, such as a name.
     *
     * @param text any text without lone surrogates
     * @return the scalar, on one line
     */
    public static String scalar(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /**
     * Encodes a value in double quotes, whatever it is.
     *
     * @param text any text without lone surrogates
     * @return the scalar, on one line
     */
    public static String quoted(String text) {
        return "\"" + String.join("", escaped(text)) + "\"";
    }

    /**
     * Encodes the value of a key, folded where the line would be too long.
     *
     * @param key the key
     * @param text any text without lone surrogates
     * @param column column at which the key stands
     * @return {@code key: value} without indentation and line end; further lines are indented absolutely
     */
    public static String entry(String key, String text, int column) {
        String line = key + ": " + scalar(text);
        if (column + line.length() <= WIDTH && text.indexOf('\n') < 0) {
            return line;
        }
        String indentation = " ".repeat(column + 2);
        return FOLDABLE.matcher(text).matches() && text.chars().noneMatch(c -> c != '\n' && Escapes.isHidden((char) c))
                ? key + ": >-\n" + folded(text, indentation)
                : key + ": \"" + brokenQuoted(text, indentation) + "\"";
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !WORD_LIKE.matcher(text).matches();
    }

    /** A line break in the text is a blank line in the folded scalar. */
    private static String folded(String text, String indentation) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && indentation.length() + line.length() + 1 + word.length() > WIDTH) {
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

    private static String brokenQuoted(String text, String indentation) {
        StringBuilder literal = new StringBuilder();
        int column = WIDTH;
        for (String unit : escaped(text)) {
            if (column + unit.length() >= WIDTH - 1) {
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
        List<String> units = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
                units.add(text.substring(i, ++i + 1));
                continue;
            }
            units.add(
                    switch (c) {
                        case '\\' -> "\\\\";
                        case '"' -> "\\\"";
                        case '\n' -> "\\n";
                        case '\t' -> "\\t";
                        case '\r' -> "\\r";
                        default -> Escapes.isHidden(c) ? Escapes.unicode(c) : Character.toString(c);
                    });
        }
        return units;
    }
}
