package dev.headwater.apply;

import dev.headwater.change.Conflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every file before any is written, and finds all that stands in the way and what is left to do. */
public final class Preflight {

    private final List<Conflict> faults = new ArrayList<>();
    private final List<PlannedFile> outstanding = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private final Map<Path, PlannedFile> byTarget = new HashMap<>();
    private final AmbiguousNames ambiguousNames = new AmbiguousNames();

    private Preflight() {}

    /**
     * Looks at files.
     *
     * @param files what is to change
     * @param wanted the other files that are as they should be
     */
    static Preflight of(List<PlannedFile> files, List<Place> wanted) {
        Preflight preflight = new Preflight();
        List<PlannedFile> placed = files.stream().filter(preflight::place).toList();
        placed.forEach(preflight::check);
        wanted.stream()
                .filter(place -> WritablePath.fault(place).isEmpty())
                .filter(place -> place.directories().stream().noneMatch(Files::isSymbolicLink))
                .forEach(place ->
                        preflight.faults.addAll(reading(place, () -> preflight.lookBeside(place, List.of()))));
        return preflight;
    }

    /** {@return what stands in the way} */
    public List<Conflict> faults() {
        return List.copyOf(faults);
    }

    /** {@return what cut-off applies left, and the next one removes} */
    public List<Leftover> leftovers() {
        return List.copyOf(leftovers);
    }

    private List<Conflict> lookBeside(Place place, List<String> texts) throws IOException {
        List<Conflict> found = new ArrayList<>();
        for (Leftover leftover : Leftover.beside(place)) {
            if (leftover.isSpare(texts)) {
                leftovers.add(leftover);
            } else {
                found.add(leftover.conflict());
            }
        }
        return found;
    }

    /** The files that are not yet what their change makes of them. */
    List<PlannedFile> outstanding() {
        return List.copyOf(outstanding);
    }

    private boolean place(PlannedFile file) {
        List<Conflict> found = WritablePath.fault(file.place()).map(List::of).orElseGet(() -> placeOnDisk(file));
        faults.addAll(found);
        return found.isEmpty();
    }

    private List<Conflict> placeOnDisk(PlannedFile file) {
        if (byTarget.putIfAbsent(file.place().target(), file) != null) {
            return List.of(
                    file.place().conflict("apply.twice", "This file is changed twice.", "Make one change of the two."));
        }
        return reading(file.place(), () -> {
            ambiguousNames.add(file.place());
            return List.of();
        });
    }

    private void check(PlannedFile file) {
        faults.addAll(reading(file.place(), () -> {
            List<Conflict> found = new ArrayList<>();
            DiskCheck disk = new DiskCheck(file);
            disk.obstacle().ifPresent(found::add);
            if (found.isEmpty()) {
                found.addAll(disk.faults());
                found.addAll(lookBeside(file.place(), file.texts()));
            }
            ambiguousNames.fault(file.place()).ifPresent(found::add);
            if (file.place().directories().stream().anyMatch(byTarget::containsKey)) {
                found.add(file.place()
                        .conflict(
                                "apply.type",
                                "A directory of this path is changed as a file.",
                                "Give one another path."));
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

    private static List<Conflict> reading(Place place, Look look) {
        try {
            return look.take();
        } catch (UncheckedIOException | IOException e) {
            return List.of(place.conflict(
                    "apply.unreadable",
                    "The file or a directory of its path cannot be read (" + Reason.of(e) + ").",
                    "Give the user that runs this the right to read it."));
        }
    }
}
