package dev.headwater.dbt;

import dev.headwater.emit.RepositoryView;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where sources and models stand: where somebody else has put them in a folder of models, or else in the loader's own.
 */
final class ModelFolders {

    /** A link may lead back up, so that folders never end. */
    private static final int DEEPEST = 16;

    private static final Pattern READ_SOURCE = Pattern.compile("\\bsource\\s*\\(\\s*['\"]([^'\"]*)['\"]");

    private final RepositoryView view;

    /** With what a plan wants, as people may have changed it since. */
    private final RepositoryView whole;

    private final String own;
    private final Map<String, PropertyFile> properties = new LinkedHashMap<>();
    private final Map<String, List<DeclaredSource>> sources;
    private final List<DeclaredSource> ownSources;
    private final Map<String, String> models = new HashMap<>();

    ModelFolders(RepositoryView view, Collection<String> folders, String own) {
        this.view = view;
        this.whole = view.withOwn();
        this.own = own;
        collect(folders.stream(), 0);
        this.sources = sources().collect(Collectors.groupingBy(DeclaredSource::name));
        this.ownSources = PropertyFile.of(home(), whole).sources();
    }

    private void collect(Stream<String> folders, int depth) {
        Set<String> deeper = new LinkedHashSet<>();
        folders.forEach(folder -> {
            for (String entry : view.list(folder)) {
                String path = folder + "/" + entry;
                if (path.endsWith("/")) {
                    deeper.add(path.substring(0, path.length() - 1));
                } else {
                    collect(path, entry);
                }
            }
        });
        if (!deeper.isEmpty() && depth < DEEPEST) {
            collect(deeper.stream(), depth + 1);
        }
    }

    private void collect(String path, String name) {
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            properties.computeIfAbsent(path, any -> PropertyFile.of(path, view));
        } else if (name.endsWith(".sql") || name.endsWith(".py")) {
            models.putIfAbsent(name.substring(0, name.lastIndexOf('.')), path);
        }
    }

    /** Whether nobody has a model in them, nor says anything of one. */
    boolean isEmpty() {
        return models.isEmpty() && properties.values().stream().allMatch(PropertyFile::isEmpty);
    }

    /** The sources that others declare. */
    Stream<DeclaredSource> sources() {
        return properties.values().stream().flatMap(file -> file.sources().stream());
    }

    /** What is said of a source, wherever it is declared, also where the plan would. */
    List<DeclaredSource> declared(String source) {
        return Stream.concat(
                        ownSources.stream().filter(declared -> declared.name().equals(source)), others(source))
                .toList();
    }

    private Stream<DeclaredSource> others(String source) {
        return sources.getOrDefault(source, List.of()).stream();
    }

    private String home() {
        return own + "/_sources.yml";
    }

    /** The file that declares a source; one that cannot be read but may do so, lest there be two of it. */
    String fileOfSource(String source) {
        return others(source)
                .map(DeclaredSource::file)
                .findFirst()
                .or(() -> first(file -> file.mayDeclare(source)))
                .orElse(home());
    }

    String fileOfTable(String source, String table) {
        return others(source)
                .filter(declared -> declared.tables().containsKey(table))
                .map(DeclaredSource::file)
                .findFirst()
                .or(() -> first(file -> file.mayDeclare(source) && file.mayDeclare(table)))
                .orElseGet(() -> fileOfSource(source));
    }

    /** The file that describes a model. */
    String fileOfDescription(String model) {
        return first(file -> file.models().contains(model))
                .or(() -> first(file -> file.mayDeclare(model)))
                .orElse(own + "/" + model + ".yml");
    }

    /** The file that is a model. */
    String fileOfModel(String model) {
        return models.getOrDefault(model, own + "/" + model + ".sql");
    }

    private Optional<String> first(Predicate<PropertyFile> wanted) {
        return properties.values().stream()
                .filter(wanted)
                .map(PropertyFile::path)
                .findFirst();
    }

    Optional<PropertyFile> file(String path) {
        return Optional.ofNullable(properties.get(path));
    }

    /** The sources that a model reads already. */
    Set<String> sourcesReadBy(String path) {
        return READ_SOURCE
                .matcher(whole.text(path).orElse(""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
