package dev.headwater.render;

import java.util.regex.Pattern;

/** Words of a POSIX shell. */
public final class ShellWord {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private ShellWord() {}

    /**
     * Encodes text as one word.
     *
     * @param text any text without NUL
     * @return the word, in single quotes where it needs them
     */
    public static String encode(String text) {
        return BARE.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
