package dev.headwater.apply;

import dev.headwater.change.Conflict;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where on disk a file of a repository is, whether it is there or not, and the two files beside it while it is written.
 *
 * @param repository name of the repository
 * @param root the repository's directory
 * @param path the file's path in the repository
 */
public record Place(String repository, Path root, String path) {

    static final String STAGED_SUFFIX = ".hw-new";
    static final String SAVED_SUFFIX = ".hw-old";

    Path target() {
        return root.resolve(path);
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
        String[] parts = path.split("/", -1);
        for (String part : Arrays.asList(parts).subList(0, parts.length - 1)) {
            directory = directory.resolve(part);
            directories.add(directory);
        }
        return directories;
    }

    /** The directories, and the file. */
    List<Path> paths() {
        List<Path> paths = directories();
        paths.add(target());
        return paths;
    }

    static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    String relative(Path below) {
        return root.relativize(below).toString().replace('\\', '/');
    }

    Conflict conflict(String code, String message, String hint) {
        return new Conflict(code, repository, path, 0, message, hint, Optional.empty());
    }

    @Override
    public String toString() {
        return repository + "/" + path;
    }
}
