package dev.headwater.terraform;

/** Folders of the repository in commands and messages. */
final class Folders {

    private Folders() {}

    /** A folder as a person writes it; the repository's root is a dot. */
    static String shown(String folder) {
        return folder.isEmpty() ? "." : folder;
    }
}
