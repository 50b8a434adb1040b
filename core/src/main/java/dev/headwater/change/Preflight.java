package dev.headwater.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks, before anything is written, whether every file of a change set can be written as the preview saw it. */
final class Preflight {

    private final String repository;
    private final Path root;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, String> written = new HashMap<>();

    private Preflight(String repository, Path root) {
        this.repository = repository;
        this.root = root;
    }

    static List<Conflict> of(ChangeSet changes, Path root) throws IOException {
        Preflight preflight = new Preflight(changes.repository(), root);
        for (FileChange change : changes.files()) {
            preflight.judge(change);
        }
        return preflight.conflicts;
    }

    private void judge(FileChange change) throws IOException {
        String path = change.path();
        Optional<String> fault = TargetPath.fault(path);
        if (fault.isPresent()) {
            refuse("apply.path", path, "The path " + fault.orElseThrow(), "Correct the emitter that names it.");
            return;
        }
        Optional<String> twin = twin(path);
        if (twin.isPresent()) {
            refuse(
                    "apply.twin",
                    path,
                    "\"" + twin.orElseThrow() + "\" is the same name on some file systems.",
                    "Rename one of them.");
            return;
        }
        if (hasLink(path)) {
            refuse("apply.link", path, "The path goes through a symbolic link.", "Put a real file or folder there.");
            return;
        }
        judgeTarget(change, root.resolve(path));
    }

    private void judgeTarget(FileChange change, Path target) throws IOException {
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            refuse("apply.kind", change.path(), "Something that is not a file is there.", "Move it away.");
        } else if (!asSeen(change, target, there)) {
            refuse("apply.changed", change.path(), "The file changed since the preview.", "Make a new preview.");
        } else if (!there && !Files.isDirectory(nearestFolder(change.path()))) {
            refuse("apply.kind", change.path(), "A file is where a folder is needed.", "Move it away.");
        } else if (!Files.isWritable(nearestFolder(change.path())) || (there && !Files.isWritable(target))) {
            refuse("apply.permission", change.path(), "It may not be written.", "Give yourself the permission.");
        }
    }

    private static boolean asSeen(FileChange change, Path target, boolean there) throws IOException {
        if (!there || change.before().isEmpty()) {
            return there == change.before().isPresent();
        }
        byte[] seen = change.before().orElseThrow().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Arrays.equals(seen, Files.readAllBytes(target));
    }

    /** The deepest thing above the file that is there already. */
    private Path nearestFolder(String path) {
        Path nearest = root;
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            Path folder = root.resolve(path.substring(0, slash));
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                break;
            }
            nearest = folder;
        }
        return nearest;
    }

    private boolean hasLink(String path) {
        Path at = root;
        for (String part : path.split("/", -1)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }

    /** A name that a file system which ignores case or Unicode form takes for a part of this path. */
    private Optional<String> twin(String path) throws IOException {
        Path directory = root;
        StringBuilder walked = new StringBuilder();
        for (String part : path.split("/", -1)) {
            Optional<String> onDisk = twinOnDisk(directory, part);
            if (onDisk.isPresent()) {
                return onDisk;
            }
            walked.append(walked.isEmpty() ? "" : "/").append(part);
            String before = written.putIfAbsent(folded(walked.toString()), walked.toString());
            if (before != null && !before.equals(walked.toString())) {
                return Optional.of(before);
            }
            directory = directory.resolve(part);
        }
        return Optional.empty();
    }

    private static Optional<String> twinOnDisk(Path directory, String part) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals(part) && folded(name).equals(folded(part)))
                    .sorted()
                    .findFirst();
        }
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private void refuse(String code, String path, String message, String hint) {
        conflicts.add(new Conflict(code, repository, path, 0, message, hint, Optional.empty()));
    }
}
