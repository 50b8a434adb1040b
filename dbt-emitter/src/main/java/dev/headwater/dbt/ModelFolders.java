package dev.headwater.dbt;

import dev.headwater.emit.RepositoryView;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the folders where dbt looks for models. Each YAML file is read once. */
final class ModelFolders {

    /** A link may lead back up, so that folders never end. */
    private static final int DEEPEST = 16;

    private static final Pattern READ_SOURCE = Pattern.compile("\\bsource\\s*\\(\\s*['\"]([^'\"]*)['\"]");

    private final RepositoryView view;
    private final List<PropertyFile> properties;
    private final Map<String, List<DeclaredSource>> sources;
    private final Map<String, String> models = new HashMap<>();

    ModelFolders(RepositoryView view, Collection<String> folders) {
        this.view = view;
        Set<String> found = new LinkedHashSet<>();
        collect(folders.stream(), found, 0);
        this.properties = found.stream()
                .filter(path -> path.endsWith(".yml") || path.endsWith(".yaml"))
                .map(path -> PropertyFile.of(path, view))
                .toList();
        this.sources = sources().stream().collect(Collectors.groupingBy(DeclaredSource::name));
        found.stream()
                .filter(path -> path.endsWith(".sql") || path.endsWith(".py"))
                .forEach(path ->
                        models.putIfAbsent(path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')), path));
    }

    private void collect(Stream<String> folders, Set<String> found, int depth) {
        Set<String> deeper = new LinkedHashSet<>();
        folders.forEach(folder -> {
            for (String entry : view.list(folder)) {
                boolean isFolder = entry.endsWith("/");
                String path = folder + "/" + (isFolder ? entry.substring(0, entry.length() - 1) : entry);
                (isFolder ? deeper : found).add(path);
            }
        });
        if (!deeper.isEmpty() && depth < DEEPEST) {
            collect(deeper.stream(), found, depth + 1);
        }
    }

    /** Whether nobody has a model in them, nor says anything of one. */
    boolean isEmpty() {
        return models.isEmpty()
                && properties.stream()
                        .allMatch(file -> file.sources().isEmpty()
                                && file.models().isEmpty()
                                && file.fault().isEmpty());
    }

    List<DeclaredSource> sources() {
        return properties.stream().flatMap(file -> file.sources().stream()).toList();
    }

    List<DeclaredSource> sources(String name) {
        return sources.getOrDefault(name, List.of());
    }

    /** The file that declares a source; one that cannot be read but may do so, lest there be two of it. */
    Optional<String> fileOfSource(String source) {
        return sources(source).stream()
                .map(DeclaredSource::file)
                .findFirst()
                .or(() -> unreadable(source).map(PropertyFile::path));
    }

    Optional<String> fileOfTable(String source, String table) {
        return sources(source).stream()
                .filter(declared -> declared.tables().contains(table))
                .map(DeclaredSource::file)
                .findFirst()
                .or(() -> unreadable(source)
                        .filter(file -> file.mayDeclare(table))
                        .map(PropertyFile::path))
                .or(() -> fileOfSource(source));
    }

    /** The file that describes a model. */
    Optional<String> fileOfDescription(String model) {
        return properties.stream()
                .filter(file -> file.models().contains(model))
                .findFirst()
                .or(() -> unreadable(model))
                .map(PropertyFile::path);
    }

    /** The file that is a model. */
    Optional<String> fileOfModel(String model) {
        return Optional.ofNullable(models.get(model));
    }

    Optional<PropertyFile> unreadable(String name) {
        return properties.stream().filter(file -> file.mayDeclare(name)).findFirst();
    }

    Optional<PropertyFile> file(String path) {
        return properties.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The sources that a model's text reads. */
    static Set<String> sourcesReadIn(String model) {
        Matcher matcher = READ_SOURCE.matcher(model);
        Set<String> names = new LinkedHashSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
