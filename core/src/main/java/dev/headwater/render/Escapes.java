package dev.headwater.render;

import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;

/** What encoders share: which characters cannot be seen, which a target cannot carry, and how most languages escape. */
final class Escapes {

    private Escapes() {}

    static boolean isHidden(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT && c != '\u200D'
                || c == '\u00A0'
                || (c & 0xFFFE) == 0xFFFE;
    }

    /** Half of a character that takes two: no UTF-8 file can hold it. */
    static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A character between quotes, as most languages escape it. */
    static String escaped(char c, char quote) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c == quote ? "\\" + c : isHidden(c) ? unicode(c) : Character.toString(c);
        };
    }

    static String unicode(char c) {
        return "\\u" + HexFormat.of().toHexDigits(c);
    }

    /** Gives the text back, unless it holds a lone surrogate. */
    static String wellFormed(String text, String target) {
        return without(Escapes::isLoneSurrogate, text, target);
    }

    /** Gives the text back, unless it holds NUL or a lone surrogate. */
    static String withoutNul(String text, String target) {
        return without(c -> c == 0 || isLoneSurrogate(c), text, target);
    }

    private static String without(IntPredicate uncarried, String text, String target) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (uncarried.test(c)) {
                String name = String.format(Locale.ROOT, "U+%04X", c);
                throw new IllegalArgumentException(
                        target + " cannot hold the character " + name + " at index " + at + "; remove it.");
            }
        }
        return text;
    }
}
