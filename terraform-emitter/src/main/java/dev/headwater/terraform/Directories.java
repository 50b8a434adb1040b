package dev.headwater.terraform;

import dev.headwater.emit.Repository;
import java.util.HashMap;
import java.util.Map;

/** The repository's directories, each read when it is first asked for. */
final class Directories {

    private final Repository repository;
    private final Map<String, Directory> known = new HashMap<>();

    Directories(Repository repository) {
        this.repository = repository;
    }

    Directory at(String path) {
        return known.computeIfAbsent(path, wanted -> new Directory(repository, wanted));
    }
}
