package dev.headwater.render;

import java.util.stream.Collectors;

/**
 * String literals of Python as {@code ruff format} (0.17) leaves them: double quotes, unless single ones need fewer
 * escapes.
 *
 * <pre>{@code
 * PythonString.encode("5\" pipe"); // '5" pipe'
 * PythonString.encode("it's"); // "it's"
 * }</pre>
 */
public final class PythonString {

    private PythonString() {}

    /**
     * Encodes text as a string literal.
     *
     * @param text any text
     * @return the literal, with its quotes
     * @throws IllegalArgumentException when the text holds a lone surrogate, which Python reads but can neither print
     *     nor send
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
     * @param text any text; blanks around it go, a line break becomes an escape
     * @return the text without quotes, with single ones for double ones, so that nothing ends the docstring
     * @throws IllegalArgumentException when the text holds a lone surrogate
     */
    public static String docstring(String text) {
        return escaped(text.strip(), '"').replace("\\\"", "'");
    }

    private static String escaped(String text, char quote) {
        return Escapes.wellFormed(text, "Python")
                .chars()
                .mapToObj(c -> Escapes.escaped((char) c, quote))
                .collect(Collectors.joining());
    }
}
