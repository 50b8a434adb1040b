package dev.headwater.change;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that would change in one repository, and what stands in the way.
 *
 * @param repository name of the repository
 * @param files the changes, sorted by path
 * @param conflicts why the changes cannot be applied, sorted; empty when they can
 */
public record ChangeSet(String repository, List<FileChange> files, List<Conflict> conflicts) {

    /**
     * Changes of one repository, in any order.
     *
     * @param repository name of the repository
     * @param files the changes, at most one a path
     * @param conflicts what stands in their way
     */
    public ChangeSet {
        files = files.stream().sorted(Comparator.comparing(FileChange::path)).toList();
        conflicts = conflicts.stream().sorted().toList();
        requireDistinctPaths(files);
    }

    private static void requireDistinctPaths(List<FileChange> files) {
        Set<String> seen = new HashSet<>();
        for (FileChange file : files) {
            if (!seen.add(file.path())) {
                throw new IllegalArgumentException(file.path() + " is changed twice; give one change a file.");
            }
        }
    }

    /**
     * The changes as a patch. Written to a file as UTF-8 it is what {@code git apply} accepts; for files with CRLF line
     * ends git needs {@code core.autocrlf=false}.
     *
     * @return the patch, empty when no file changes
     */
    public String diff() {
        StringBuilder patch = new StringBuilder();
        files.forEach(file -> patch.append(new FileDiff(file).print()));
        return patch.toString();
    }

    /**
     * Whether the repository has everything already.
     *
     * @return whether there is neither a change nor a conflict
     */
    public boolean isEmpty() {
        return files.isEmpty() && conflicts.isEmpty();
    }
}
