package dev.headwater.emit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the team's repositories, for reading. Anyone may implement it: {@link #name}, {@link #read} and {@link #list}
 * are all that is asked.
 *
 * <p>Paths are relative to the repository, with {@code /} between their parts and none at either end; the empty path is
 * the repository's own directory. Files that git ignores are never asked for.
 */
public interface Repository {

    /**
     * The name under which plans, previews and messages speak of this repository.
     *
     * @return the name, such as {@code terraform}
     */
    String name();

    /**
     * Reads a file.
     *
     * @param path path of the file
     * @return its bytes, or nothing when there is no such file
     */
    Optional<byte[]> read(String path);

    /**
     * Lists what is directly in a directory.
     *
     * @param directory path of the directory
     * @return the names of its entries, sorted by code unit, directories with a trailing {@code /}; empty when there is
     *     no such directory
     */
    List<String> list(String directory);

    /**
     * The directory that changes to this repository are written to.
     *
     * @return the real path of the directory; nothing, unless overridden, for a repository that lies elsewhere and
     *     whose changes are taken as data
     */
    default Optional<Path> root() {
        return Optional.empty();
    }

    /**
     * A repository in a directory of this machine. Files are read when they are asked for. Links are not followed out
     * of the directory, and neither {@code .git} nor dlt's secrets are ever opened.
     *
     * @param name name of the repository
     * @param root its directory
     * @return the repository
     * @throws dev.headwater.problem.RepositoryException when there is no such directory, or it cannot be read
     */
    static Repository directory(String name, Path root) {
        return DirectoryRepository.open(Objects.requireNonNull(name, "name"), Objects.requireNonNull(root, "root"));
    }

    /**
     * A repository whose files are given, for tests and for hosts that fetched them from somewhere.
     *
     * @param name name of the repository
     * @param files bytes of each file, by path
     * @return the repository
     * @throws dev.headwater.problem.RepositoryException when a path is not one that a repository can have
     */
    static Repository inMemory(String name, Map<String, byte[]> files) {
        return InMemoryRepository.of(Objects.requireNonNull(name, "name"), Objects.requireNonNull(files, "files"));
    }
}
