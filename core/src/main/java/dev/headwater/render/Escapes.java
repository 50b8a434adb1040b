package dev.headwater.render;

import java.util.HexFormat;

/** What encoders share: which characters cannot be seen, and how most languages escape them. */
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

    static String unicode(char c) {
        return "\\u" + HexFormat.of().toHexDigits(c);
    }
}
