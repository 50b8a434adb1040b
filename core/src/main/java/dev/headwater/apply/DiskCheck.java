package dev.headwater.apply;

import dev.headwater.change.Conflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the disk stands to one change, whose path is known to be writable by its text. */
final class DiskCheck {

    private final PlannedFile file;
    private final Place place;

    DiskCheck(PlannedFile file) {
        this.file = file;
        this.place = file.place();
    }

    /** What stands in the way of the change, when the file's place is fit for it. */
    List<Conflict> faults() throws IOException {
        if (file.isWritten()) {
            return List.of();
        }
        List<Conflict> faults = new ArrayList<>();
        if (!file.isAsSeen()) {
            faults.add(place.conflict(
                    "apply.changed",
                    "The file is not what the preview saw.",
                    "Make a new preview and apply that one."));
        }
        readOnly().ifPresent(faults::add);
        return faults;
    }

    /** Why the file's place is not fit for a file. */
    Optional<Conflict> obstacle() {
        for (Path path : place.paths()) {
            if (Files.isSymbolicLink(path)) {
                return Optional.of(place.conflict(
                        "apply.link",
                        place.relative(path) + " is a symbolic link.",
                        "Put the file or directory itself there; links are not followed for writing."));
            }
            boolean isFile = path.equals(place.target());
            if (Place.isThere(path) && !(isFile ? Files.isRegularFile(path) : Files.isDirectory(path))) {
                String message = isFile ? "This is not a regular file." : place.relative(path) + " is not a directory.";
                return Optional.of(place.conflict("apply.type", message, "Move what is there out of the way."));
            }
        }
        return Optional.empty();
    }

    private Optional<Conflict> readOnly() throws IOException {
        for (Path path : List.of(nearestDirectory(), place.target())) {
            if (Place.isThere(path) && !isWritable(path)) {
                return Optional.of(place.conflict(
                        "apply.read-only",
                        (path.equals(place.root()) ? "The repository's directory" : place.relative(path))
                                + " is read-only.",
                        "Give its owner, who has to be the user that runs this, the right to write it."));
            }
        }
        return Optional.empty();
    }

    private Path nearestDirectory() {
        Path nearest = place.root();
        for (Path directory : place.directories()) {
            nearest = Place.isThere(directory) ? directory : nearest;
        }
        return nearest;
    }

    /** An administrator may write everything; the owner's permission says what is meant to be written. */
    private static boolean isWritable(Path path) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        boolean ownerMay =
                posix == null || posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
        return ownerMay && Files.isWritable(path);
    }
}
