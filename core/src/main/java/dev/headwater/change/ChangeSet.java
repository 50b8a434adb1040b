package dev.headwater.change;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What would change in one repository.
 *
 * @param repository name of the repository
 * @param files files that would change, sorted by path
 * @param conflicts what stands in the way, sorted; when there is any, the files are what would change apart from it
 */
public record ChangeSet(String repository, List<FileChange> files, List<Conflict> conflicts) {

    /**
     * @param repository name of the repository
     * @param files files that would change, sorted by path
     * @param conflicts what stands in the way, sorted
     */
    public ChangeSet {
        files = List.copyOf(files);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * The changes as a patch that {@code git apply} accepts. Whoever applies a patch with CRLF lines needs
     * {@code core.autocrlf=false}.
     *
     * @return the patch; empty when nothing changes
     */
    public String diff() {
        return files.stream().map(UnifiedDiff::of).collect(Collectors.joining());
    }
}
