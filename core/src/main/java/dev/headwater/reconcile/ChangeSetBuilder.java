package dev.headwater.reconcile;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Repository;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What came of reconciling so far. */
final class ChangeSetBuilder {

    private final Repository repository;
    private final Map<String, FileChange> changes = new TreeMap<>();
    private final Map<Obstacle, Set<String>> wantedTexts = new LinkedHashMap<>();

    ChangeSetBuilder(Repository repository) {
        this.repository = repository;
    }

    private record Obstacle(String path, Diagnostic refusal) {}

    /** What git ignores was not read, so nothing can be written there either. */
    void change(String path, Optional<String> before, String after) {
        Optional<String> rule = repository.ignoredBy(path);
        if (rule.isPresent()) {
            refuse(path, ignored(rule.orElseThrow()), Optional.empty());
        } else if (!before.equals(Optional.of(after))) {
            changes.put(path, new FileChange(path, before, Optional.of(after)));
        }
    }

    private static Diagnostic ignored(String rule) {
        return new Diagnostic(
                "repository.ignored",
                0,
                "Git ignores this path (" + rule + "), so it is neither read nor written.",
                "Narrow that rule so that it leaves the path out, then make a new preview.");
    }

    /** One obstacle is one conflict, however many texts it keeps out. */
    void refuse(String path, Diagnostic refusal, Optional<String> wanted) {
        Set<String> texts = wantedTexts.computeIfAbsent(new Obstacle(path, refusal), any -> new LinkedHashSet<>());
        wanted.ifPresent(texts::add);
    }

    ChangeSet changeSet() {
        List<Conflict> conflicts = new ArrayList<>();
        wantedTexts.forEach((obstacle, texts) -> conflicts.add(Conflict.of(
                repository.name(),
                obstacle.path(),
                obstacle.refusal(),
                texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts)))));
        return new ChangeSet(repository.name(), List.copyOf(changes.values()), conflicts);
    }
}
