package dev.headwater.emit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files by path. */
final class InMemoryRepository implements Repository {

    private final String name;
    private final Map<String, byte[]> files = new TreeMap<>();

    InMemoryRepository(String name, Map<String, byte[]> files) {
        this.name = name;
        files.forEach((path, content) -> this.files.put(path, content.clone()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public List<String> list(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            if (path.startsWith(prefix)) {
                String rest = path.substring(prefix.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash + 1));
            }
        }
        return List.copyOf(names);
    }
}
