package dev.headwater.change;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file, as it is and as it would be. Text is decoded UTF-8 with a byte order mark kept as {@code U+FEFF}, so that
 * its bytes are those of {@code getBytes(UTF_8)}.
 *
 * @param path path in the repository, relative, with {@code /} between its parts
 * @param before the text that is there; nothing when the file is new
 * @param after the text that would be there; nothing when the file goes away
 */
public record FileChange(String path, Optional<String> before, Optional<String> after) {

    /** What happens to the file. */
    public enum Kind {
        /** The file is new. */
        CREATE,
        /** The file is there and stays, with other text. */
        EDIT,
        /** The file goes away. */
        DELETE
    }

    /**
     * A change that changes something.
     *
     * @param path path in the repository
     * @param before the text that is there
     * @param after the text that would be there
     */
    public FileChange {
        if (before.equals(after)) {
            throw new IllegalArgumentException(path + " is the same before and after; that is no change.");
        }
        before.ifPresent(text -> requireUtf8(path, text));
        after.ifPresent(text -> requireUtf8(path, text));
    }

    private static void requireUtf8(String path, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(path + " has half of a surrogate pair, which UTF-8 cannot hold.");
        }
    }

    /**
     * What happens to the file.
     *
     * @return the kind of change
     */
    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.CREATE;
        }
        return after.isEmpty() ? Kind.DELETE : Kind.EDIT;
    }
}
