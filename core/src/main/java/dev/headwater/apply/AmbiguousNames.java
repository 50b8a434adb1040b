package dev.headwater.apply;

import dev.headwater.change.Conflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names in one directory, on disk or in the changes, that differ only in case or in how an accent is encoded. Some
 * systems take them for one file.
 */
final class AmbiguousNames {

    private final Map<Path, Map<String, SortedSet<String>>> namesByDirectory = new HashMap<>();

    void add(Place place) throws IOException {
        for (Path path : place.paths()) {
            add(names(parent(place, path)), name(path));
        }
    }

    Optional<Conflict> fault(Place place) throws IOException {
        for (Path path : place.paths()) {
            SortedSet<String> alike = names(parent(place, path)).getOrDefault(folded(name(path)), new TreeSet<>());
            Optional<String> twin =
                    alike.stream().filter(name -> !name.equals(name(path))).findFirst();
            if (twin.isPresent()) {
                return Optional.of(place.conflict(
                        "apply.twin",
                        "\"" + name(path) + "\" and \"" + twin.get() + "\" are one name to some file systems.",
                        "Give one of the two another name."));
            }
        }
        return Optional.empty();
    }

    private static Path parent(Place place, Path path) {
        Path parent = path.getParent();
        return parent == null ? place.root() : parent;
    }

    private Map<String, SortedSet<String>> names(Path directory) throws IOException {
        Map<String, SortedSet<String>> known = namesByDirectory.get(directory);
        if (known != null) {
            return known;
        }
        Map<String, SortedSet<String>> names = new HashMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                entries.forEach(entry -> add(names, name(entry)));
            }
        }
        namesByDirectory.put(directory, names);
        return names;
    }

    private static void add(Map<String, SortedSet<String>> names, String name) {
        names.computeIfAbsent(folded(name), key -> new TreeSet<>()).add(name);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
