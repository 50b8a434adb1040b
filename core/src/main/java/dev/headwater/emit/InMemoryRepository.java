package dev.headwater.emit;

import dev.headwater.problem.RepositoryException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A repository whose files were given. It keeps to the same paths, and the same silence, as one on a disk. */
final class InMemoryRepository implements Repository {

    private final String name;
    private final NavigableMap<String, byte[]> files;

    private InMemoryRepository(String name, NavigableMap<String, byte[]> files) {
        this.name = name;
        this.files = files;
    }

    static InMemoryRepository of(String name, Map<String, byte[]> files) {
        NavigableMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> {
            requireFile(name, path);
            copy.put(path, bytes.clone());
        });
        InMemoryRepository repository = new InMemoryRepository(name, copy);
        copy.keySet().forEach(repository::requireNoDirectory);
        return repository;
    }

    private static void requireFile(String name, String path) {
        if (RepositoryPath.parse(name, path).parts().isEmpty()) {
            throw new RepositoryException("A file of the repository " + name + " has no path: give each file one.");
        }
    }

    private void requireNoDirectory(String path) {
        if (isDirectory(path)) {
            throw new RepositoryException("\"" + path + "\" in the repository " + name
                    + " is both a file and a directory: leave one of the two out.");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name + " of " + files.size() + " files";
    }

    @Override
    public Optional<byte[]> read(String path) {
        return RepositoryPath.parse(name, path).isGuarded()
                ? Optional.empty()
                : Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public List<String> list(String directory) {
        RepositoryPath wanted = RepositoryPath.parse(name, directory);
        if (wanted.isGuarded()) {
            return List.of();
        }
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> entries = new TreeSet<>();
        for (String path : files.tailMap(prefix).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            String entry = path.substring(prefix.length());
            int slash = entry.indexOf('/');
            String entryName = slash < 0 ? entry : entry.substring(0, slash);
            if (!wanted.child(entryName).isGuarded()) {
                entries.add(slash < 0 ? entryName : entryName + "/");
            }
        }
        return List.copyOf(entries);
    }

    private boolean isDirectory(String path) {
        String next = files.ceilingKey(path + "/");
        return next != null && next.startsWith(path + "/");
    }
}
