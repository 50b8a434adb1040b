package dev.headwater;

import dev.headwater.apply.Applier;
import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Repository;
import dev.headwater.reconcile.Seen;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What would change in one repository, and what was looked at to say so.
 *
 * @param repository the repository
 * @param changes what would change
 * @param seen what was looked at
 */
record Outlook(Repository repository, ChangeSet changes, Seen seen) {

    /** The same, with what apply would find in its way among the conflicts. */
    static List<Outlook> checked(List<Outlook> outlooks) {
        List<ChangeSet> inFolders = outlooks.stream()
                .filter(outlook -> outlook.repository.root().isPresent())
                .map(Outlook::changes)
                .toList();
        List<Conflict> found = new Applier(roots(outlooks)).check(inFolders);
        return outlooks.stream().map(outlook -> outlook.with(found)).toList();
    }

    static Map<String, Path> roots(List<Outlook> outlooks) {
        Map<String, Path> roots = new LinkedHashMap<>();
        outlooks.forEach(
                outlook -> outlook.repository.root().ifPresent(root -> roots.put(outlook.repository.name(), root)));
        return roots;
    }

    private Outlook with(List<Conflict> found) {
        List<Conflict> all = Stream.concat(
                        changes.conflicts().stream(),
                        found.stream().filter(conflict -> conflict.repository().equals(repository.name())))
                .toList();
        return new Outlook(repository, new ChangeSet(changes.repository(), changes.files(), all), seen);
    }

    /** What somebody changed since; when nothing is to be written, nobody minds. */
    List<Conflict> changedSince() {
        return changes.files().isEmpty() ? List.of() : seen.differences(repository, changes);
    }
}
