package dev.headwater.emit;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public interface Repository {
    /**
     * Name.
     *
     * @return name
     */
    String name();

    /**
     * Reads.
     *
     * @param path path
     * @return bytes
     */
    Optional<byte[]> read(String path);

    /**
     * Lists.
     *
     * @param directory directory
     * @return names
     */
    List<String> list(String directory);
}
