package dev.headwater.emit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a repository, as they are. Hosts that keep files elsewhere than in a folder implement the three methods.
 * Paths are relative to the repository's root and use {@code /}.
 */
public interface Repository {

    /**
     * The repository's name, such as {@code terraform}.
     *
     * @return the name
     */
    String name();

    /**
     * Reads a file.
     *
     * @param path path of the file
     * @return its bytes; empty when there is no such file
     */
    Optional<byte[]> read(String path);

    /**
     * Lists a directory.
     *
     * @param directory path of the directory; empty for the root
     * @return names of its entries, sorted, those of directories with a {@code /} at the end; empty when there is no
     *     such directory
     */
    List<String> list(String directory);

    /**
     * A repository in a folder. Files that hold secrets ({@code .dlt/secrets.toml}) and git's own are never opened;
     * symbolic links are not followed.
     *
     * @param name the repository's name
     * @param root the folder
     * @return the repository
     * @throws dev.headwater.problem.RepositoryException when the root is not a folder that can be read
     */
    static Repository directory(String name, Path root) {
        return DirectoryRepository.at(name, root);
    }

    /**
     * A repository in memory.
     *
     * @param name the repository's name
     * @param files content by path
     * @return the repository
     */
    static Repository inMemory(String name, Map<String, byte[]> files) {
        return new InMemoryRepository(name, files);
    }
}
