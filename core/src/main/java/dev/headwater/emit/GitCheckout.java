package dev.headwater.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The git checkout that a directory lies in.
 *
 * @param top the directory that holds {@code .git}
 * @param exclude the checkout's own ignore file, {@code .git/info/exclude}; it need not be there
 */
record GitCheckout(Path top, Optional<Path> exclude) {

    private static final String POINTER = "gitdir:";

    /** The checkout around a directory; nothing when there is none. */
    static Optional<GitCheckout> around(Path directory) throws IOException {
        for (Path top = directory; top != null; top = top.getParent()) {
            Path git = top.resolve(".git");
            if (Files.exists(git)) {
                return Optional.of(new GitCheckout(top, exclude(git)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> exclude(Path git) throws IOException {
        return (Files.isDirectory(git) ? Optional.of(git) : pointedTo(git)).map(own -> own.resolve("info/exclude"));
    }

    /** In a worktree or a submodule {@code .git} is a file that says where git's directory is. */
    private static Optional<Path> pointedTo(Path git) throws IOException {
        String said = text(git);
        if (!said.startsWith(POINTER)) {
            return Optional.empty();
        }
        try {
            Path own = git.resolveSibling(said.substring(POINTER.length()).strip());
            Path common = own.resolve("commondir");
            return Optional.of(Files.exists(common) ? own.resolve(text(common)).normalize() : own);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    }
}
