package dev.headwater.emit;

import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files below a folder. Links are not followed, and what holds secrets is never opened. */
final class DirectoryRepository implements Repository {

    private final String name;
    private final Path root;

    private DirectoryRepository(String name, Path root) {
        this.name = name;
        this.root = root;
    }

    static DirectoryRepository at(String name, Path root) {
        String what = "The repository \"" + name + "\" ";
        if (!Files.exists(root)) {
            throw new RepositoryException(what + "is not at " + root + "; correct the path or clone it there.");
        }
        if (!Files.isDirectory(root)) {
            throw new RepositoryException(what + "at " + root + " is not a folder; give the root of a checkout.");
        }
        if (!Files.isReadable(root) || !Files.isExecutable(root)) {
            throw new RepositoryException(what + "at " + root + " cannot be read; give yourself the permission.");
        }
        try {
            return new DirectoryRepository(name, root.toRealPath());
        } catch (IOException fault) {
            throw new RepositoryException(what + "at " + root + " cannot be read: " + fault.getMessage() + ".", fault);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<byte[]> read(String path) {
        Optional<Path> file = resolve(path).filter(at -> Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS));
        if (file.isEmpty() || isSecret(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file.orElseThrow()));
        } catch (IOException fault) {
            throw unreadable(path, fault);
        }
    }

    @Override
    public List<String> list(String directory) {
        Optional<Path> folder = resolve(directory).filter(at -> Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS));
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.orElseThrow())) {
            return entries.map(DirectoryRepository::entry).sorted().toList();
        } catch (IOException fault) {
            throw unreadable(directory, fault);
        }
    }

    private static String entry(Path path) {
        return path.getFileName() + (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "/" : "");
    }

    /** Where a path leads, unless it leads out of the root or through a link. */
    private Optional<Path> resolve(String path) {
        Path at = root;
        for (String part : path.isEmpty() ? new String[0] : path.split("/", -1)) {
            if (part.isEmpty() || ".".equals(part) || "..".equals(part) || ".git".equals(part)) {
                return Optional.empty();
            }
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static boolean isSecret(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        int last = parts.size() - 1;
        return last > 0 && ".dlt".equals(parts.get(last - 1)) && "secrets.toml".equals(parts.get(last));
    }

    private RepositoryException unreadable(String path, IOException fault) {
        return new RepositoryException(
                "In the repository \"" + name + "\", " + (path.isEmpty() ? "the root" : path)
                        + " cannot be read; give yourself the permission.",
                fault);
    }
}
