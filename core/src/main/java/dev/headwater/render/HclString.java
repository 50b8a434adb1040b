package dev.headwater.render;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Quoted strings of Terraform, which reads every string in Unicode's form C.
 *
 * <pre>{@code
 * HclString.encode("5 ${apples}"); // "5 $${apples}"
 * }</pre>
 */
public final class HclString {

    /** Behind 30 marks, Terraform (1.11) puts a U+034F of its own. */
    private static final Pattern TOO_MANY_MARKS = Pattern.compile("\\p{M}{31}");

    private HclString() {}

    /**
     * Encodes text as a quoted string.
     *
     * @param text any text; Terraform reads it in Unicode's form C, whatever form it has here. Marks that Terraform's
     *     Unicode (15) has and that of this Java has not may change their order in it
     * @return the literal, with its quotes
     * @throws IllegalArgumentException when the text holds a lone surrogate, for which HCL has no escape, or more than
     *     30 combining marks in a row, among which Terraform puts a character of its own
     */
    public static String encode(String text) {
        StringBuilder literal = new StringBuilder("\"");
        String composed = composed(text);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            boolean template = (c == '$' || c == '%') && i + 1 < composed.length() && composed.charAt(i + 1) == '{';
            literal.append(Escapes.escaped(c, '"')).append(template ? Character.toString(c) : "");
        }
        return literal.append('"').toString();
    }

    private static String composed(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        String decomposed = Normalizer.normalize(Escapes.wellFormed(text, "HCL"), Normalizer.Form.NFD);
        if (TOO_MANY_MARKS.matcher(decomposed).find()) {
            throw new IllegalArgumentException("HCL cannot hold more than 30 combining marks in a row; remove some.");
        }
        return Normalizer.normalize(decomposed, Normalizer.Form.NFC);
    }
}
