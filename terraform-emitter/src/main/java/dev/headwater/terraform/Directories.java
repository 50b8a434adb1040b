package dev.headwater.terraform;

import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import dev.headwater.read.HclFile;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repository's directories, each read when it is first asked for. */
final class Directories {

    private final Repository repository;
    private final Map<String, Directory> known = new HashMap<>();

    Directories(Repository repository) {
        this.repository = repository;
    }

    /** A directory that is given from another, such as {@code ../modules}; empty when it is not in the repository. */
    Optional<Directory> from(Directory base, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (base.path() + "/" + relative).split("/", -1)) {
            if ("..".equals(part)) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !".".equals(part)) {
                parts.addLast(part);
            }
        }
        return Optional.of(at(String.join("/", parts)));
    }

    /** The name under which people know the repository. */
    String repository() {
        return repository.name();
    }

    /** Blocks of a file that is no configuration; none when it cannot be read. */
    List<Placed> blocks(String file) {
        try {
            return repository.read(file).stream()
                    .flatMap(bytes -> HclFile.parse(SourceText.decode(bytes, "hcl")).blocks().stream())
                    .map(block -> new Placed(file, block))
                    .toList();
        } catch (RepositoryException | UnreadableTextException unreadable) {
            return List.of();
        }
    }

    Directory at(String path) {
        return known.computeIfAbsent(path, wanted -> new Directory(repository, wanted));
    }
}
