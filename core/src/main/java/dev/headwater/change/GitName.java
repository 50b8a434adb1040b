package dev.headwater.change;

import java.nio.charset.StandardCharsets;

/** A file's name in a patch, C-quoted where git asks for it. */
record GitName(String name) {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    String quoted() {
        StringBuilder quoted = new StringBuilder();
        for (byte signed : name.getBytes(StandardCharsets.UTF_8)) {
            quoted.append(escaped(signed & 0xff));
        }
        String text = quoted.toString();
        return text.equals(name) ? name : '"' + text + '"';
    }

    /** On a line of its own a name with a blank ends in a tab; otherwise what follows the blank could be a date. */
    String onItsOwnLine() {
        return name.indexOf(' ') < 0 ? quoted() : quoted() + "\t";
    }

    private static String escaped(int unsigned) {
        if (unsigned < FIRST_PRINTABLE || unsigned > LAST_PRINTABLE) {
            return octal(unsigned);
        }
        char character = (char) unsigned;
        return character == '"' || character == '\\' ? "\\" + character : String.valueOf(character);
    }

    private static String octal(int unsigned) {
        return "\\" + (unsigned >> 6) + (unsigned >> 3 & 7) + (unsigned & 7);
    }
}
