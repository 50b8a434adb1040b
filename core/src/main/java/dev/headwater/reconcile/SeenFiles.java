package dev.headwater.reconcile;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.document.DocumentException;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a preview looked at to decide, so that apply can tell whether it would still decide so. */
public final class SeenFiles {

    private final Map<String, Optional<String>> files;
    private final Map<String, List<String>> directories;

    SeenFiles(Map<String, Optional<String>> files, Map<String, List<String>> directories) {
        this.files = files;
        this.directories = directories;
    }

    /**
     * Which files are other ones by now.
     *
     * @param repository the repository as it is now
     * @param changes what was decided; of the files that it changes only those that git ignores by now are judged, the
     *     others when they are written
     * @return one conflict a file
     */
    public List<Conflict> differences(Repository repository, ChangeSet changes) {
        Snapshot now = new Snapshot(repository);
        Set<String> own = changes.files().stream().map(FileChange::path).collect(Collectors.toSet());
        Set<String> differing = own.stream()
                .filter(path -> now.repository().ignoredBy(path).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        files.forEach((path, text) -> {
            if (!own.contains(path) && !isStill(text, now, path)) {
                differing.add(path);
            }
        });
        directories.forEach((directory, then) -> now.terraform(directory).paths().stream()
                .filter(path -> !own.contains(path) && !then.contains(path))
                .forEach(differing::add));
        return differing.stream()
                .map(path -> new Conflict(
                        "apply.changed",
                        now.repository().name(),
                        path,
                        0,
                        "The file, which the preview read to decide what to write, is not what it saw.",
                        "Make a new preview and apply that one.",
                        Optional.empty()))
                .toList();
    }

    private static boolean isStill(Optional<String> text, Snapshot now, String path) {
        try {
            return now.text(path, "text").equals(text);
        } catch (DocumentException unreadable) {
            return false;
        }
    }
}
