package dev.headwater.apply;

import dev.headwater.change.Conflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every file before any is written, and finds all that stands in the way and what is left to do. */
final class Preflight {

    private final List<Conflict> faults = new ArrayList<>();
    private final List<PlannedFile> outstanding = new ArrayList<>();
    private final Map<Path, PlannedFile> byTarget = new HashMap<>();
    private final Twins twins = new Twins();

    private Preflight() {}

    static Preflight of(List<PlannedFile> files) {
        Preflight preflight = new Preflight();
        List<PlannedFile> placed = files.stream().filter(preflight::place).toList();
        placed.forEach(preflight::check);
        return preflight;
    }

    List<Conflict> faults() {
        return List.copyOf(faults);
    }

    /** The files that are not yet what their change makes of them. */
    List<PlannedFile> outstanding() {
        return List.copyOf(outstanding);
    }

    private boolean place(PlannedFile file) {
        List<Conflict> found = WritablePath.fault(file).map(List::of).orElseGet(() -> placeOnDisk(file));
        faults.addAll(found);
        return found.isEmpty();
    }

    private List<Conflict> placeOnDisk(PlannedFile file) {
        if (byTarget.putIfAbsent(file.target(), file) != null) {
            return List.of(file.conflict("apply.twice", "This file is changed twice.", "Make one change of the two."));
        }
        return reading(file, () -> {
            twins.add(file);
            return List.of();
        });
    }

    private void check(PlannedFile file) {
        faults.addAll(reading(file, () -> {
            List<Conflict> found = new ArrayList<>(new Standing(file).faults());
            twins.fault(file).ifPresent(found::add);
            if (file.directories().stream().anyMatch(byTarget::containsKey)) {
                found.add(file.conflict(
                        "apply.type", "A directory of this path is changed as a file.", "Give one another path."));
            }
            if (!file.isWritten()) {
                outstanding.add(file);
            }
            return found;
        }));
    }

    private interface Look {
        List<Conflict> take() throws IOException;
    }

    private static List<Conflict> reading(PlannedFile file, Look look) {
        try {
            return look.take();
        } catch (UncheckedIOException | IOException e) {
            return List.of(file.conflict(
                    "apply.unreadable",
                    "The file or a directory of its path cannot be read (" + Reason.of(e) + ").",
                    "Give the user that runs this the right to read it."));
        }
    }
}
