package dev.headwater.reconcile;

import dev.headwater.emit.Repository;
import dev.headwater.read.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A repository's files as text, each read once, so that all of an onboarding sees one state. */
final class RepositoryFiles {

    private final Repository repository;
    private final Map<String, Optional<String>> texts = new HashMap<>();

    RepositoryFiles(Repository repository) {
        this.repository = repository;
    }

    Repository repository() {
        return repository;
    }

    Optional<String> text(String path, String format) {
        Optional<String> known = texts.get(path);
        if (known == null) {
            known = repository.read(path).map(bytes -> SourceText.decode(bytes, format));
            texts.put(path, known);
        }
        return known;
    }
}
