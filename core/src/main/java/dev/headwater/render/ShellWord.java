package dev.headwater.render;

import java.util.regex.Pattern;

/**
 * Words of a POSIX shell; zsh, which many people type into, reads them alike.
 *
 * <pre>{@code
 * ShellWord.encode("crm"); // crm
 * ShellWord.encode("it's"); // 'it'\''s'
 * }</pre>
 */
public final class ShellWord {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:=@%+,-]*");

    private ShellWord() {}

    /**
     * Encodes text as one word.
     *
     * @param text any text
     * @return the word, in single quotes where it needs them
     * @throws IllegalArgumentException when the text holds NUL, which ends every argument, or a lone surrogate
     */
    public static String encode(String text) {
        Escapes.withoutNul(text, "A shell's word");
        return BARE.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
