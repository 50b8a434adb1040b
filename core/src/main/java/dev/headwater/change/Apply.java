package dev.headwater.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Writes change sets to disk: every file or none. The only code of the library that writes. Everything is looked at
 * first, then written beside its target, then moved into place; when a move fails, what was moved is put back.
 */
public final class Apply {

    private static final String STAGED = ".headwater-new";
    private static final String SAVED = ".headwater-old";

    private final Map<String, Path> roots;
    private final List<Path> stagedFiles = new ArrayList<>();
    private final List<Path> savedFiles = new ArrayList<>();
    private final Deque<Undo> undo = new ArrayDeque<>();

    /** Puts one thing back as it was. */
    private interface Undo {
        void run() throws IOException;
    }

    private Apply(Map<String, Path> roots) {
        this.roots = roots;
    }

    /**
     * Writes change sets.
     *
     * @param changes the change sets
     * @param roots root folder of each repository, by the repository's name
     * @throws ConflictException when a change set has conflicts, or a file is not as the preview saw it; nothing was
     *     written
     * @throws UncheckedIOException when the disk fails; what was written has been put back
     */
    public static void write(List<ChangeSet> changes, Map<String, Path> roots) {
        Apply apply = new Apply(roots);
        try {
            apply.preflight(changes);
            apply.writeAll(changes);
        } catch (IOException fault) {
            throw new UncheckedIOException("nothing was changed: " + fault.getMessage(), fault);
        }
    }

    private Path root(ChangeSet changes) {
        Path root = roots.get(changes.repository());
        if (root == null) {
            throw new IllegalArgumentException("no root folder for the repository " + changes.repository());
        }
        return root;
    }

    private void preflight(List<ChangeSet> changes) throws IOException {
        List<Conflict> conflicts = new ArrayList<>();
        for (ChangeSet changeSet : changes) {
            conflicts.addAll(changeSet.conflicts());
        }
        if (conflicts.isEmpty()) {
            for (ChangeSet changeSet : changes) {
                conflicts.addAll(Preflight.of(changeSet, root(changeSet)));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts.stream().sorted().toList());
        }
    }

    private void writeAll(List<ChangeSet> changes) throws IOException {
        try {
            for (ChangeSet changeSet : changes) {
                for (FileChange change : changeSet.files()) {
                    makeFolders(root(changeSet), change.path());
                    stage(change, root(changeSet).resolve(change.path()));
                }
            }
            for (ChangeSet changeSet : changes) {
                for (FileChange change : changeSet.files()) {
                    commit(change, root(changeSet).resolve(change.path()));
                }
            }
        } catch (IOException fault) {
            putBack(fault);
            throw fault;
        } finally {
            deleteAll(savedFiles);
        }
    }

    private void stage(FileChange change, Path target) throws IOException {
        if (change.before().isPresent()) {
            Path saved = sibling(target, SAVED);
            savedFiles.add(saved);
            Files.copy(target, saved, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
        if (change.after().isPresent()) {
            Path staged = sibling(target, STAGED);
            stagedFiles.add(staged);
            Files.write(
                    staged,
                    change.after().orElseThrow().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            copyPermissions(change, target, staged);
        }
    }

    private static void copyPermissions(FileChange change, Path target, Path staged) throws IOException {
        boolean posix = Files.getFileAttributeView(target, PosixFileAttributeView.class) != null;
        if (change.before().isPresent() && posix) {
            Files.setPosixFilePermissions(staged, Files.getPosixFilePermissions(target));
        }
    }

    private void makeFolders(Path root, String path) throws IOException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            Path folder = root.resolve(path.substring(0, slash));
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
                undo.push(() -> Files.delete(folder));
            }
        }
    }

    private void commit(FileChange change, Path target) throws IOException {
        if (change.after().isEmpty()) {
            Files.delete(target);
        } else {
            Files.move(sibling(target, STAGED), target, StandardCopyOption.ATOMIC_MOVE);
        }
        undo.push(() -> {
            if (change.before().isPresent()) {
                Files.move(sibling(target, SAVED), target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(target);
            }
        });
    }

    private void putBack(IOException fault) throws IOException {
        // They must be gone before the folders that were made for them can go.
        deleteAll(stagedFiles);
        List<IOException> faults = new ArrayList<>();
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (IOException second) {
                faults.add(second);
            }
        }
        faults.forEach(fault::addSuppressed);
    }

    private static void deleteAll(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static Path sibling(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + suffix);
    }
}
