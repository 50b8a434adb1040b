package dev.headwater.emit;

import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A repository in a directory of this machine. */
final class DirectoryRepository implements Repository {

    private final String name;
    private final Path root;
    private final Supplier<GitIgnore> ignored;

    private DirectoryRepository(String name, Path realRoot, Supplier<GitIgnore> ignored) {
        this.name = name;
        this.root = realRoot;
        this.ignored = ignored;
    }

    static DirectoryRepository open(String name, Path root) {
        if (Files.notExists(root)) {
            throw new RepositoryException("The repository " + name + " is not at " + root
                    + ": check the path, or clone the repository to that place.");
        }
        if (Files.isRegularFile(root)) {
            throw new RepositoryException("The repository " + name + " cannot be read from " + root
                    + ", which is a file: give the directory that holds the repository.");
        }
        if (!Files.isDirectory(root) || !Files.isReadable(root) || !Files.isExecutable(root)) {
            throw new RepositoryException(notReadable(name, root));
        }
        try {
            Path real = root.toRealPath();
            return new DirectoryRepository(name, real, () -> GitIgnore.of(real));
        } catch (IOException e) {
            throw new RepositoryException(notReadable(name, root), e);
        }
    }

    private static String notReadable(String name, Path root) {
        return "The repository " + name + " cannot be read from " + root
                + ": give the user that runs this the right to read that directory.";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name + " at " + root;
    }

    @Override
    public Optional<Path> root() {
        return Optional.of(root);
    }

    @Override
    public Repository unchanging() {
        Map<Path, GitIgnore> once = new HashMap<>();
        return new DirectoryRepository(name, root, () -> once.computeIfAbsent(root, GitIgnore::of));
    }

    @Override
    public Optional<String> ignoredBy(String path) {
        RepositoryPath wanted = RepositoryPath.parse(name, path);
        return ignoredBy(wanted, isDirectory(resolve(wanted))).map(IgnoreRule::toString);
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<IgnoreRule> ignoredBy(RepositoryPath path, boolean directory) {
        try {
            return ignored.get().rule(path, directory);
        } catch (UncheckedIOException e) {
            String file = e.getCause() instanceof FileSystemException known ? known.getFile() : ".git";
            throw new RepositoryException(
                    file + ", which says what git ignores in the repository " + name
                            + ", cannot be read: give the user that runs this the right to read it.",
                    e);
        }
    }

    @Override
    public Optional<byte[]> read(String path) {
        RepositoryPath wanted = RepositoryPath.parse(name, path);
        Optional<Path> file = find(wanted, false).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file.get()));
        } catch (IOException e) {
            throw unreadable(wanted, e);
        }
    }

    @Override
    public List<String> list(String directory) {
        RepositoryPath wanted = RepositoryPath.parse(name, directory);
        Optional<Path> found = find(wanted, true).filter(Files::isDirectory);
        if (found.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(found.get())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(RepositoryPath::isName)
                    .map(wanted::child)
                    .filter(entry -> !entry.isGuarded())
                    .filter(entry ->
                            ignoredBy(entry, isDirectory(resolve(entry))).isEmpty())
                    .map(this::entryName)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(wanted, e);
        }
    }

    /** A link is listed as what it leads to when that is in the repository, and otherwise as a file. */
    private String entryName(RepositoryPath entry) {
        String entryName = entry.parts().get(entry.parts().size() - 1);
        Path path = resolve(entry);
        boolean directory = Files.isSymbolicLink(path)
                ? inside(path).filter(Files::isDirectory).isPresent()
                : Files.isDirectory(path);
        return directory ? entryName + "/" : entryName;
    }

    private Optional<Path> inside(Path link) {
        try {
            return Optional.of(link.toRealPath()).filter(real -> real.startsWith(root));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The real path of what is asked for; nothing when it is not there, guarded or ignored. */
    private Optional<Path> find(RepositoryPath wanted, boolean directory) {
        Path path = resolve(wanted);
        if (isClosed(wanted, directory && !Files.isSymbolicLink(path))) {
            return Optional.empty();
        }
        Path real;
        try {
            real = path.toRealPath();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (isBelowFile(wanted) || isInLinkLoop(wanted, e)) {
                return Optional.empty();
            }
            throw unreadable(wanted, e);
        }
        if (!real.startsWith(root)) {
            throw new RepositoryException(
                    "\"" + wanted + "\" in the repository " + name + " at " + root
                            + " is a link that leads out of it: put the file itself there.",
                    new SecurityException(real.toString()));
        }
        return Optional.of(real).filter(found -> found.equals(path) || !isClosed(relative(found), directory));
    }

    private boolean isClosed(RepositoryPath path, boolean directory) {
        return path.isGuarded() || ignoredBy(path, directory).isPresent();
    }

    private RepositoryPath relative(Path real) {
        return new RepositoryPath(StreamSupport.stream(root.relativize(real).spliterator(), false)
                .map(Path::toString)
                .toList());
    }

    private boolean isBelowFile(RepositoryPath wanted) {
        Path parent = root;
        for (String part : wanted.parts().subList(0, wanted.parts().size() - 1)) {
            parent = parent.resolve(part);
            if (Files.isRegularFile(parent)) {
                return true;
            }
        }
        return false;
    }

    /** Java has no exception for links that lead to each other; nothing is there, and nothing forbids to look. */
    private boolean isInLinkLoop(RepositoryPath wanted, IOException failure) {
        return !(failure instanceof AccessDeniedException)
                && Stream.iterate(resolve(wanted), path -> !path.equals(root), Path::getParent)
                        .anyMatch(path -> Files.isSymbolicLink(path) && !Files.exists(path));
    }

    private Path resolve(RepositoryPath wanted) {
        try {
            return root.resolve(wanted.toString());
        } catch (InvalidPathException e) {
            throw new RepositoryException(
                    "\"" + wanted + "\" in the repository " + name + " at " + root
                            + " is a name that this machine cannot read: run Java where file names are UTF-8.",
                    e);
        }
    }

    private RepositoryException unreadable(RepositoryPath wanted, Exception cause) {
        String reason = cause instanceof FileSystemException known && known.getReason() != null
                ? " (" + known.getReason() + ")"
                : "";
        return new RepositoryException(
                "\"" + wanted + "\" in the repository " + name + " at " + root + " cannot be read" + reason
                        + ": give the user that runs this the right to read it.",
                cause);
    }
}
