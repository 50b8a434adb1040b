package dev.headwater.reconcile;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What came of reconciling so far. */
final class Outcome {

    private final Repository repository;
    private final Map<String, FileChange> changes = new TreeMap<>();
    private final Map<Obstacle, Set<String>> wantedTexts = new LinkedHashMap<>();

    Outcome(Repository repository) {
        this.repository = repository;
    }

    private record Obstacle(String path, Refusal refusal) {}

    /** What git ignores was not read, so nothing can be written there either. */
    void change(String path, Optional<String> before, String after) {
        Optional<String> rule = repository.ignoredBy(path);
        if (rule.isPresent()) {
            refuse(path, Refusal.ignored(rule.orElseThrow()), Optional.empty());
        } else if (!before.equals(Optional.of(after))) {
            changes.put(path, new FileChange(path, before, Optional.of(after)));
        }
    }

    /** One obstacle is one conflict, however many texts it keeps out. */
    void refuse(String path, Refusal refusal, Optional<String> wanted) {
        Set<String> texts = wantedTexts.computeIfAbsent(new Obstacle(path, refusal), any -> new LinkedHashSet<>());
        wanted.ifPresent(texts::add);
    }

    ChangeSet changeSet() {
        List<Conflict> conflicts = new ArrayList<>();
        wantedTexts.forEach((obstacle, texts) -> conflicts.add(new Conflict(
                obstacle.refusal().code(),
                repository.name(),
                obstacle.path(),
                obstacle.refusal().line(),
                obstacle.refusal().message(),
                obstacle.refusal().hint(),
                texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts)))));
        return new ChangeSet(repository.name(), List.copyOf(changes.values()), conflicts);
    }
}
