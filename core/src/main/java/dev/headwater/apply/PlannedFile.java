package dev.headwater.apply;

import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One change, the place on disk where it is to happen, and the two files beside it while it does. */
record PlannedFile(String repository, Path root, FileChange change) {

    static final String STAGED_SUFFIX = ".hw-new";
    static final String SAVED_SUFFIX = ".hw-old";

    Path target() {
        return root.resolve(change.path());
    }

    /** The new file until it is moved into place. */
    Path staged() {
        return beside(STAGED_SUFFIX);
    }

    /** The old file until everything is in place. */
    Path saved() {
        return beside(SAVED_SUFFIX);
    }

    private Path beside(String suffix) {
        Path target = target();
        return target.resolveSibling("." + target.getFileName() + suffix);
    }

    /** The directories from the one below the root down to the file's own. */
    List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        Path directory = root;
        String[] parts = change.path().split("/", -1);
        for (String part : Arrays.asList(parts).subList(0, parts.length - 1)) {
            directory = directory.resolve(part);
            directories.add(directory);
        }
        return directories;
    }

    boolean isAsSeen() throws IOException {
        return diskHolds(change.before());
    }

    boolean isWritten() throws IOException {
        return diskHolds(change.after());
    }

    private boolean diskHolds(Optional<String> text) throws IOException {
        Path target = target();
        if (text.isEmpty() || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return text.isEmpty() && Files.notExists(target, LinkOption.NOFOLLOW_LINKS);
        }
        return Arrays.equals(Files.readAllBytes(target), text.get().getBytes(StandardCharsets.UTF_8));
    }

    Conflict conflict(String code, String message, String hint) {
        return new Conflict(code, repository, change.path(), 0, message, hint, Optional.empty());
    }

    @Override
    public String toString() {
        return repository + "/" + change.path();
    }
}
