package dev.headwater.apply;

import dev.headwater.change.FileChange;
import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes files that were found fit to be written: first all of them beside their places, then each into its place. */
final class Transaction {

    private final Disk disk;
    private final List<PlannedFile> files;
    private final List<Leftover> leftovers;
    private final UndoLog undo = new UndoLog();
    private final Set<PlannedFile> inPlace = new HashSet<>();
    private String current = "";

    Transaction(Disk disk, Preflight preflight) {
        this.disk = disk;
        this.files = preflight.outstanding();
        this.leftovers = preflight.leftovers();
    }

    void run() {
        leftovers.forEach(this::remove);
        writeAllOrNothing();
        clear();
    }

    private void remove(Leftover leftover) {
        try {
            disk.delete(leftover.path());
        } catch (IOException e) {
            throw new RepositoryException(
                    leftover + " could not be removed (" + Reason.of(e) + "), so nothing was changed.", e);
        }
    }

    private void writeAllOrNothing() {
        try (undo) {
            for (PlannedFile file : files) {
                current = file.toString();
                stage(file);
            }
            for (PlannedFile file : files) {
                current = file.toString();
                putInPlace(file);
            }
            undo.keepEverything();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void stage(PlannedFile file) throws IOException {
        switch (file.change().kind()) {
            case CREATE -> {
                createDirectories(file);
                writeStaged(file);
            }
            case EDIT -> {
                writeStaged(file);
                disk.copyPermissions(file.place().target(), file.place().staged());
                disk.copy(file.place().target(), file.place().saved());
                undo.add(current, () -> dropSaved(file));
            }
            case DELETE -> {}
        }
    }

    private void createDirectories(PlannedFile file) throws IOException {
        for (Path directory : file.place().directories()) {
            if (!Files.isDirectory(directory)) {
                disk.createDirectory(directory);
                undo.add(current, () -> disk.delete(directory));
            }
        }
    }

    private void writeStaged(PlannedFile file) throws IOException {
        disk.create(file.place().staged());
        undo.add(current, () -> disk.delete(file.place().staged()));
        disk.write(file.place().staged(), file.change().after().orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    private void putInPlace(PlannedFile file) throws IOException {
        if (!file.isAsSeen()) {
            throw new IOException("somebody changed it meanwhile");
        }
        Path target = file.place().target();
        switch (file.change().kind()) {
            case CREATE -> {
                disk.move(file.place().staged(), target);
                undo.add(current, () -> disk.delete(target));
            }
            case EDIT -> {
                disk.move(file.place().staged(), target);
                undo.add(current, () -> putBack(file));
            }
            case DELETE -> {
                disk.move(target, file.place().saved());
                undo.add(current, () -> putBack(file));
            }
        }
        inPlace.add(file);
    }

    private void putBack(PlannedFile file) throws IOException {
        disk.move(file.place().saved(), file.place().target());
        inPlace.remove(file);
    }

    /** What could not be put back stays beside its place, for a person. */
    private void dropSaved(PlannedFile file) throws IOException {
        if (!inPlace.contains(file)) {
            disk.delete(file.place().saved());
        }
    }

    private RepositoryException failure(IOException cause) {
        String what = current + " could not be written (" + Reason.of(cause) + ")";
        List<String> notRestored = undo.notRestored();
        RepositoryException failure = new RepositoryException(
                notRestored.isEmpty()
                        ? what + ", so nothing was changed: every file is as it was."
                        : what + ", and not everything could be put back: look at " + String.join(", ", notRestored)
                                + " and at the files beside them that end in " + Place.SAVED_SUFFIX + " or "
                                + Place.STAGED_SUFFIX + ".",
                cause);
        undo.failures().forEach(failure::addSuppressed);
        return failure;
    }

    /** Everything is written; what was kept to put back goes, and so do directories that lost their last file. */
    private void clear() {
        List<String> stuck = new ArrayList<>();
        for (PlannedFile file : files) {
            try {
                disk.delete(file.place().saved());
                if (file.change().kind() == FileChange.Kind.DELETE) {
                    deleteEmptyDirectories(file);
                }
            } catch (IOException e) {
                stuck.add(file.toString());
            }
        }
        if (!stuck.isEmpty()) {
            throw new RepositoryException("Everything was written, but what was kept beside " + String.join(", ", stuck)
                    + " could not be removed: remove the files there that end in " + Place.SAVED_SUFFIX + ".");
        }
    }

    private void deleteEmptyDirectories(PlannedFile file) throws IOException {
        List<Path> directories = file.place().directories();
        try {
            for (int i = directories.size() - 1; i >= 0; i--) {
                disk.delete(directories.get(i));
            }
        } catch (DirectoryNotEmptyException e) {
            return;
        }
    }
}
