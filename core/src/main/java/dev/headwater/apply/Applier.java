package dev.headwater.apply;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes change sets to disk, every file of every repository or none. It is the only code of the library that writes.
 *
 * <p>A file that already is what the change would make of it is left alone; so applying a second time does nothing. Two
 * applies to one repository at the same time are not kept apart, and a machine that stops in the middle leaves the
 * files it had written, with the old ones beside them.
 */
public final class Applier {

    private final Map<String, Path> roots;
    private final Disk disk;

    /** @param roots the directory of each repository, by its name */
    public Applier(Map<String, Path> roots) {
        this(roots, new Disk());
    }

    Applier(Map<String, Path> roots, Disk disk) {
        this.roots = Map.copyOf(roots);
        this.disk = disk;
    }

    /**
     * Writes the changes. Every file is checked before the first one is written.
     *
     * @param changeSets what to write
     * @throws ConflictException when a change set has a conflict, or a file cannot be changed as the preview saw it;
     *     nothing was written
     * @throws RepositoryException when a repository has no directory, or writing failed midway; its message says what
     *     became of the files
     */
    public void apply(List<ChangeSet> changeSets) {
        refuse(changeSets.stream().flatMap(set -> set.conflicts().stream()).toList());
        List<PlannedFile> files = planned(changeSets);
        Preflight preflight = Preflight.of(files);
        refuse(preflight.faults());
        new Transaction(disk, preflight.outstanding()).run();
    }

    /**
     * Looks at every file as {@link #apply} does before it writes.
     *
     * @param changeSets what would be written
     * @return what would stand in the way, besides the conflicts of the change sets
     */
    public List<Conflict> check(List<ChangeSet> changeSets) {
        return Preflight.of(planned(changeSets)).faults();
    }

    private static void refuse(List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts);
        }
    }

    private List<PlannedFile> planned(List<ChangeSet> changeSets) {
        List<PlannedFile> files = new ArrayList<>();
        for (ChangeSet set : changeSets) {
            if (!set.files().isEmpty()) {
                Path root = root(set.repository());
                set.files().forEach(change -> files.add(new PlannedFile(set.repository(), root, change)));
            }
        }
        return files;
    }

    private Path root(String repository) {
        return Optional.ofNullable(roots.get(repository))
                .flatMap(root -> Repository.directory(repository, root).root())
                .orElseThrow(() -> new RepositoryException("The repository " + repository
                        + " has no directory to write to: take its changes as data, or give it as a directory."));
    }
}
