package dev.headwater.apply;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes change sets to disk, every file of every repository or none. It is the only code of the library that writes.
 *
 * <p>A file that already is what the change would make of it is left alone; so applying a second time does nothing. Two
 * applies to one repository at the same time are not kept apart, and a machine that stops in the middle leaves the
 * files it had written, with the old ones beside them. The next apply removes what was left beside a file when every
 * line of it stands in the file, or in what the file is to be; otherwise it is a conflict {@code apply.leftover}.
 */
public final class Applier {

    private final Map<String, Path> roots;
    private final Map<String, Set<String>> wanted;
    private final Disk disk;

    /**
     * @param roots the directory of each repository, by its name
     * @param wanted the files of each repository that are wanted, whether they change or not; what was left beside them
     *     is looked for
     */
    public Applier(Map<String, Path> roots, Map<String, Set<String>> wanted) {
        this(roots, wanted, new Disk());
    }

    Applier(Map<String, Path> roots, Map<String, Set<String>> wanted, Disk disk) {
        this.roots = Map.copyOf(roots);
        this.wanted = Map.copyOf(wanted);
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
        Preflight preflight = check(changeSets);
        refuse(preflight.faults());
        new Transaction(disk, preflight).run();
    }

    /**
     * Looks at every file as {@link #apply} does before it writes.
     *
     * @param changeSets what would be written
     * @return what would stand in the way, besides the conflicts of the change sets, and what would be cleared
     */
    public Preflight check(List<ChangeSet> changeSets) {
        List<PlannedFile> files = planned(changeSets);
        Set<Place> changing = files.stream().map(PlannedFile::place).collect(Collectors.toSet());
        List<Place> others = new ArrayList<>();
        wanted.forEach((repository, paths) -> {
            Path root = root(repository);
            paths.stream()
                    .map(path -> new Place(repository, root, path))
                    .filter(place -> !changing.contains(place))
                    .sorted(Comparator.comparing(Place::toString))
                    .forEach(others::add);
        });
        return Preflight.of(files, others);
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
                set.files()
                        .forEach(change ->
                                files.add(new PlannedFile(new Place(set.repository(), root, change.path()), change)));
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
