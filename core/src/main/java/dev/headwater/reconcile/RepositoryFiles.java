package dev.headwater.reconcile;

import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A repository's files as text, and a note of all that was looked at. */
final class RepositoryFiles {

    private final Repository repository;
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final Map<String, List<String>> directories = new HashMap<>();

    RepositoryFiles(Repository repository) {
        this.repository = repository;
    }

    /** A file's text; a file that cannot be read, for whatever reason, is an {@link UnreadableTextException}. */
    Optional<String> text(String path, String format) {
        Optional<String> known = texts.get(path);
        if (known == null) {
            known = reading(() -> repository.read(path)).map(bytes -> SourceText.decode(bytes, format));
            texts.put(path, known);
        }
        return known;
    }

    /** How a file looks that may not be text: one character a byte, and nothing where its bytes cannot be read. */
    String look(String path) {
        try {
            return repository
                    .read(path)
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .orElse("");
        } catch (RepositoryException reportedElsewhere) {
            return "";
        }
    }

    /** The configuration files of a directory that Terraform reads. */
    List<String> terraformFiles(String directory) {
        return directories.computeIfAbsent(directory, any -> terraformFiles(repository, directory));
    }

    static List<String> terraformFiles(Repository repository, String directory) {
        return reading(() -> repository.list(directory)).stream()
                .filter(HclDirectory::isConfiguration)
                .map(name -> directory.isEmpty() ? name : directory + "/" + name)
                .toList();
    }

    private static <T> T reading(Supplier<T> look) {
        try {
            return look.get();
        } catch (RepositoryException failure) {
            throw new UnreadableTextException(
                    "repository.unreadable", 0, String.valueOf(failure.getMessage()), "Then make a new preview.");
        }
    }

    Seen seen() {
        return new Seen(Map.copyOf(texts), Map.copyOf(directories));
    }
}
