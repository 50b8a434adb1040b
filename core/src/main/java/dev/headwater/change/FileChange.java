package dev.headwater.change;

import java.util.Optional;

/**
 * One file that would change. Text is the file's UTF-8; a byte order mark is its first character.
 *
 * @param path path below the repository's root, with {@code /}
 * @param before the file as it is; empty when it is created
 * @param after the file as it would be; empty when it is deleted
 */
public record FileChange(String path, Optional<String> before, Optional<String> after) {

    /**
     * @param path path below the repository's root, with {@code /}
     * @param before the file as it is
     * @param after the file as it would be
     */
    public FileChange {
        if (before.equals(after)) {
            throw new IllegalArgumentException(path + " would not change");
        }
    }

    /** What happens to a file. */
    public enum Kind {
        /** It is new. */
        CREATE,
        /** It gets other content. */
        EDIT,
        /** It goes away. */
        DELETE
    }

    /**
     * What happens to the file.
     *
     * @return the kind of change
     */
    public Kind kind() {
        return before.isEmpty() ? Kind.CREATE : after.isEmpty() ? Kind.DELETE : Kind.EDIT;
    }
}
