package dev.headwater.render;

import java.text.Normalizer;

/** Quoted strings of Terraform, which reads every string in Unicode's form C. */
public final class HclString {

    private HclString() {}

    /**
     * Encodes text as a quoted string.
     *
     * @param text any text; Terraform reads it in Unicode's form C, whatever form it has here
     * @return the literal, with its quotes
     * @throws IllegalArgumentException when the text holds a lone surrogate, for which HCL has no escape
     */
    public static String encode(String text) {
        StringBuilder literal = new StringBuilder("\"");
        String composed = Normalizer.normalize(Escapes.wellFormed(text, "HCL"), Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            boolean template = (c == '$' || c == '%') && i + 1 < composed.length() && composed.charAt(i + 1) == '{';
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '"' -> literal.append("\\\"");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Escapes.isHidden(c)) {
                        literal.append(Escapes.unicode(c));
                    } else {
                        literal.append(c).append(template ? Character.toString(c) : "");
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
