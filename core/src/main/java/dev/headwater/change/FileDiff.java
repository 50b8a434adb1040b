package dev.headwater.change;

/** One file's part of a patch, in the form that {@code git apply} reads. */
final class FileDiff {

    private static final String NO_FILE = "/dev/null";

    private final FileChange change;
    private final GitName oldName;
    private final GitName newName;

    FileDiff(FileChange change) {
        this.change = change;
        this.oldName = new GitName("a/" + change.path());
        this.newName = new GitName("b/" + change.path());
    }

    String print() {
        String before = change.before().orElse("");
        String after = change.after().orElse("");
        String header = "diff --git " + oldName.quoted() + " " + newName.quoted() + "\n" + mode();
        return before.equals(after) ? header + emptyFile() : header + names() + Hunks.between(before, after);
    }

    private String mode() {
        return switch (change.kind()) {
            case CREATE -> "new file mode 100644\n";
            case DELETE -> "deleted file mode 100644\n";
            case EDIT -> "";
        };
    }

    private String names() {
        return "--- " + (change.before().isPresent() ? oldName.onItsOwnLine() : NO_FILE) + "\n" + "+++ "
                + (change.after().isPresent() ? newName.onItsOwnLine() : NO_FILE) + "\n";
    }

    /** An empty file has no hunk to tell git about it; the hash of the empty blob does. */
    private String emptyFile() {
        return change.kind() == FileChange.Kind.CREATE ? "index 0000000..e69de29\n" : "index e69de29..0000000\n";
    }
}
