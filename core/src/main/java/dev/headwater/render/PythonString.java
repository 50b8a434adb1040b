package dev.headwater.render;

/**
 * String literals of Python as {@code ruff format} (0.17) leaves them: double quotes, unless single ones need fewer
 * escapes.
 */
public final class PythonString {

    private PythonString() {}

    /**
     * Encodes text as a string literal.
     *
     * @param text any text without lone surrogates
     * @return the literal, with its quotes
     */
    public static String encode(String text) {
        long doubles = text.chars().filter(c -> c == '"').count();
        long singles = text.chars().filter(c -> c == '\'').count();
        char quote = doubles > singles ? '\'' : '"';
        return quote + escaped(text, quote) + quote;
    }

    /**
     * Encodes text for a docstring in triple double quotes.
     *
     * @param text any text without lone surrogates, of one line
     * @return the text without quotes, in which nothing ends the docstring
     */
    public static String docstring(String text) {
        return escaped(text.strip(), '"').replace("\\\"", "'");
    }

    private static String escaped(String text, char quote) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c == quote) {
                        escaped.append('\\').append(c);
                    } else {
                        escaped.append(Escapes.isHidden(c) ? Escapes.unicode(c) : Character.toString(c));
                    }
                }
            }
        }
        return escaped.toString();
    }
}
