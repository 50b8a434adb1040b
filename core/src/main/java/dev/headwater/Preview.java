package dev.headwater;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.emit.Finding;
import dev.headwater.problem.RepositoryException;
import dev.headwater.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What plans would change, as data. Immutable; it shows the repositories as they were when it was made. */
public final class Preview {

    private final List<RepositoryPreview> repositories;
    private final List<ChangeSet> changes;
    private final List<Finding> findings;
    private final List<Finding> notes;
    private final Runbook runbook;

    Preview(List<RepositoryPreview> repositories, List<Finding> findings, List<Finding> notes, Runbook runbook) {
        this.repositories = repositories;
        this.changes = repositories.stream().map(RepositoryPreview::changes).toList();
        this.findings = findings;
        this.notes = notes;
        this.runbook = runbook;
    }

    /**
     * What would change in each repository.
     *
     * @return one change set a repository, in the order of the workspace
     */
    public List<ChangeSet> changes() {
        return changes;
    }

    /**
     * What would change in one repository.
     *
     * @param repository the repository's name
     * @return its change set
     * @throws IllegalArgumentException when the workspace has no such repository
     */
    public ChangeSet changes(String repository) {
        Objects.requireNonNull(repository, "repository");
        return changes.stream()
                .filter(change -> change.repository().equals(repository))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The workspace has no repository \"" + repository + "\"; it has "
                                + changes.stream().map(ChangeSet::repository).toList() + "."));
    }

    /**
     * What stands in the way.
     *
     * @return the conflicts of all repositories; empty when {@link #apply()} may write
     */
    public List<Conflict> conflicts() {
        return changes.stream().flatMap(change -> change.conflicts().stream()).toList();
    }

    /**
     * What somebody has to decide or do. Each names the setting that settles it.
     *
     * @return the findings, sorted by code; muted ones are left out
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Where the output differs from the runbook, and what else is good to know.
     *
     * @return the notes, sorted by code; muted ones are left out
     */
    public List<Finding> notes() {
        return notes;
    }

    /**
     * The runbook, filled in.
     *
     * @return the runbook
     */
    public Runbook runbook() {
        return runbook;
    }

    /**
     * Writes every file, or none.
     *
     * @throws ConflictException when something stands in the way, or a file that the preview read to decide is another
     *     one by now; nothing was written
     * @throws RepositoryException when a repository that changes is not a folder; nothing was written
     */
    public void apply() {
        Map<String, Path> roots = RepositoryPreview.roots(repositories);
        for (ChangeSet change : changes) {
            if (!change.files().isEmpty() && !roots.containsKey(change.repository())) {
                throw new RepositoryException("The repository \"" + change.repository()
                        + "\" is not a folder, so its changes cannot be applied here; take them from changes().");
            }
        }
        requireNothingChanged();
        RepositoryPreview.applier(repositories)
                .apply(changes.stream()
                        .filter(change -> roots.containsKey(change.repository())
                                || !change.conflicts().isEmpty())
                        .toList());
    }

    @Override
    public String toString() {
        return changes.stream()
                .map(change -> change.repository() + " with " + change.files().size() + " changed files and "
                        + change.conflicts().size() + " conflicts")
                .collect(Collectors.joining(", ", "preview of ", ""));
    }

    private void requireNothingChanged() {
        List<Conflict> changed = conflicts().isEmpty()
                ? repositories.stream()
                        .flatMap(preview -> preview.changedSince().stream())
                        .toList()
                : List.of();
        if (!changed.isEmpty()) {
            throw new ConflictException(changed);
        }
    }
}
