package dev.headwater;

import dev.headwater.apply.Applier;
import dev.headwater.apply.Leftover;
import dev.headwater.apply.Preflight;
import dev.headwater.apply.WritablePath;
import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.reconcile.SeenFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would change in one repository, and what was looked at to say so.
 *
 * @param repository the repository
 * @param changes what would change
 * @param seen what was looked at
 * @param wanted the files that are wanted, and whom they are for
 */
record RepositoryPreview(Repository repository, ChangeSet changes, SeenFiles seen, Map<String, Scope> wanted) {

    /** How apply would find the folders. */
    static Preflight preflight(List<RepositoryPreview> repositories) {
        List<ChangeSet> inFolders = repositories.stream()
                .filter(preview -> preview.repository.root().isPresent())
                .map(RepositoryPreview::changes)
                .toList();
        return applier(repositories).check(inFolders);
    }

    /** What applies the changes of those repositories that are folders. */
    static Applier applier(List<RepositoryPreview> repositories) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        repositories.stream()
                .filter(preview -> preview.repository.root().isPresent())
                .forEach(preview -> wanted.put(preview.repository.name(), preview.wanted.keySet()));
        return new Applier(roots(repositories), wanted);
    }

    static Map<String, Path> roots(List<RepositoryPreview> repositories) {
        Map<String, Path> roots = new LinkedHashMap<>();
        repositories.forEach(
                preview -> preview.repository.root().ifPresent(root -> roots.put(preview.repository.name(), root)));
        return roots;
    }

    /** The same, with what apply would find in its way among the conflicts; elsewhere that is the paths alone. */
    RepositoryPreview with(List<Conflict> found) {
        Stream<Conflict> here = repository.root().isPresent()
                ? found.stream().filter(conflict -> conflict.repository().equals(repository.name()))
                : changes.files().stream().flatMap(file -> WritablePath.fault(repository.name(), file.path()).stream());
        List<Conflict> all = Stream.concat(changes.conflicts().stream(), here).toList();
        return new RepositoryPreview(
                repository, new ChangeSet(changes.repository(), changes.files(), all), seen, wanted);
    }

    /** What an apply that was cut off left beside the files that are wanted here, and the next one removes. */
    List<Finding> leftovers(List<Leftover> found) {
        return found.stream()
                .filter(leftover -> leftover.place().repository().equals(repository.name()))
                .map(leftover -> Finding.act(
                        "apply.leftover",
                        Objects.requireNonNull(wanted.get(leftover.place().path())),
                        leftover + " is there: another apply may be running, or one was cut off. It holds nothing that"
                                + " is lost with it, so the next apply removes it; wait for one that is running."))
                .toList();
    }

    /** What somebody changed since; when nothing is to be written, nobody minds. */
    List<Conflict> changedSince() {
        return changes.files().isEmpty() ? List.of() : seen.differences(repository, changes);
    }
}
