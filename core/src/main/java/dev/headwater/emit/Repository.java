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
 * the repository's own directory.
 *
 * <p>What git ignores, {@code .dlt/secrets.toml} first of all, is no part of a repository: whoever implements this
 * leaves it out, so that it is neither read nor listed. {@link #directory} does so by itself.
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
     * Why git ignores a path, whether or not something is there. Nothing of Headwater's goes to such a path; it is a
     * conflict {@code repository.ignored}.
     *
     * @param path the path
     * @return the rule and where it stands, as {@code git check-ignore -v} shows it, such as
     *     {@code models/.gitignore:3:*.csv}; nothing, unless overridden
     */
    default Optional<String> ignoredBy(String path) {
        return Optional.empty();
    }

    /**
     * The same repository for somebody who looks at many of its files while nobody changes any, as a preview does: it
     * may remember what it would otherwise look up again for each file.
     *
     * @return the repository for one such look, to be thrown away with it; this one, unless overridden
     */
    default Repository unchanging() {
        return this;
    }

    /**
     * A repository in a directory of this machine. Files are read when they are asked for. Links are not followed out
     * of the directory, and neither {@code .git} nor dlt's secrets are ever opened.
     *
     * <p>Nor is anything that git ignores by the {@code .gitignore} files of the checkout that the directory lies in,
     * from the one beside {@code .git} down, and by {@code .git/info/exclude}. Names are compared as on a file system
     * that tells cases apart. The user's own ignore file, which differs from machine to machine, has no say; nor does
     * git's index, so that a tracked file counts as ignored when a rule matches it. A checkout that ignores the
     * directory as a whole has no say either.
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
