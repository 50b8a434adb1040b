package dev.headwater.reconcile;

import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A repository in which each file and directory is read once, so that all of an onboarding sees one state. Not
 * thread-safe.
 */
public final class Snapshot implements Repository {

    private final Repository repository;
    private final Map<String, Read<Optional<byte[]>>> files = new HashMap<>();
    private final Map<String, Read<List<String>>> directories = new HashMap<>();

    /** @param repository the repository, which may change meanwhile */
    public Snapshot(Repository repository) {
        this.repository = repository.unchanging();
    }

    /** What came of reading: a value, or always the same failure. */
    private interface Read<T> {

        T value();

        static <T> Read<T> of(Supplier<T> reading) {
            try {
                T value = reading.get();
                return () -> value;
            } catch (RepositoryException failure) {
                return () -> {
                    throw failure;
                };
            }
        }
    }

    @Override
    public String name() {
        return repository.name();
    }

    @Override
    public Optional<Path> root() {
        return repository.root();
    }

    @Override
    public Optional<byte[]> read(String path) {
        return files.computeIfAbsent(path, any -> Read.of(() -> repository.read(path)))
                .value()
                .map(byte[]::clone);
    }

    @Override
    public List<String> list(String directory) {
        return directories
                .computeIfAbsent(directory, any -> Read.of(() -> repository.list(directory)))
                .value();
    }

    @Override
    public Optional<String> ignoredBy(String path) {
        return repository.ignoredBy(path);
    }

    /**
     * The same state, in which a link that leads out of the repository is not there: it is the reconciler that says
     * whether it stands in the way.
     *
     * @return the view
     */
    public Repository withoutOutsideLinks() {
        return new Repository() {
            @Override
            public String name() {
                return Snapshot.this.name();
            }

            @Override
            public Optional<Path> root() {
                return Snapshot.this.root();
            }

            @Override
            public Optional<byte[]> read(String path) {
                return unlessOutside(() -> Snapshot.this.read(path), Optional.empty());
            }

            @Override
            public List<String> list(String directory) {
                return unlessOutside(() -> Snapshot.this.list(directory), List.of());
            }

            @Override
            public Optional<String> ignoredBy(String path) {
                return Snapshot.this.ignoredBy(path);
            }
        };
    }

    private static <T> T unlessOutside(Supplier<T> reading, T nothing) {
        try {
            return reading.get();
        } catch (RepositoryException failure) {
            if (failure.getCause() instanceof SecurityException) {
                return nothing;
            }
            throw failure;
        }
    }
}
