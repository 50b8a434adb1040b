package dev.headwater.dbt;

import dev.headwater.document.YamlNode.Entry;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.RepositoryView.YamlFile;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, YamlFile> files = new HashMap<>();

    /** The texts of YAML files that cannot be read, and declare nothing that could be relied on. */
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    private final List<DeclaredSource> sources = new ArrayList<>();
    private final Map<String, List<DeclaredSource>> others;
    private final Map<String, List<DeclaredSource>> here;
    private final Map<String, String> models = new HashMap<>();
    private final Map<String, String> descriptions = new HashMap<>();

    ModelFolders(RepositoryView view, Collection<String> folders, String own) {
        this.view = view;
        this.whole = view.withOwn();
        this.own = own;
        collect(folders.stream(), 0);
        this.others = byName(sources.stream());
        this.here = byName(DeclaredSource.in(home(), whole.yaml(home())));
    }

    private static Map<String, List<DeclaredSource>> byName(Stream<DeclaredSource> sources) {
        return sources.collect(Collectors.groupingBy(DeclaredSource::name));
    }

    private void collect(Stream<String> folders, int depth) {
        Set<String> deeper = new LinkedHashSet<>();
        folders.forEach(folder -> {
            for (String entry : view.list(folder)) {
                String path = folder + "/" + entry;
                if (path.endsWith("/")) {
                    deeper.add(path.substring(0, path.length() - 1));
                } else if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                    files.computeIfAbsent(path, this::read);
                } else if (path.endsWith(".sql") || path.endsWith(".py")) {
                    models.putIfAbsent(entry.substring(0, entry.lastIndexOf('.')), path);
                }
            }
        });
        if (!deeper.isEmpty() && depth < DEEPEST) {
            collect(deeper.stream(), depth + 1);
        }
    }

    private YamlFile read(String path) {
        YamlFile file = view.yaml(path);
        DeclaredSource.in(path, file).forEach(sources::add);
        file.items("models")
                .flatMap(node -> DeclaredSource.text(node, "name").stream())
                .forEach(model -> descriptions.putIfAbsent(model, path));
        file.fault().flatMap(fault -> view.text(path)).ifPresent(text -> unreadable.put(path, text));
        return file;
    }

    /** Whether nobody has a model in them, nor says anything of one. */
    boolean isEmpty() {
        return models.isEmpty() && descriptions.isEmpty() && sources.isEmpty() && unreadable.isEmpty();
    }

    /** The sources that others declare. */
    List<DeclaredSource> sources() {
        return sources;
    }

    /** What is said of a source, wherever it is declared, also where the plan would. */
    List<DeclaredSource> declared(String source) {
        return Stream.of(here, others)
                .flatMap(byName -> byName.getOrDefault(source, List.of()).stream())
                .toList();
    }

    private Stream<DeclaredSource> others(String source) {
        return others.getOrDefault(source, List.of()).stream();
    }

    private String home() {
        return own + "/_sources.yml";
    }

    /** The file that declares a source; one that cannot be read but may do so, lest there be two of it. */
    String fileOfSource(String source) {
        return others(source)
                .map(DeclaredSource::file)
                .findFirst()
                .or(() -> mayDeclare(source))
                .orElse(home());
    }

    String fileOfTable(String source, String table) {
        return others(source)
                .filter(declared -> declared.tables().containsKey(table))
                .map(DeclaredSource::file)
                .findFirst()
                .or(() -> mayDeclare(source, table))
                .orElseGet(() -> fileOfSource(source));
    }

    /** The file that describes a model. */
    String fileOfDescription(String model) {
        return Optional.ofNullable(descriptions.get(model))
                .or(() -> mayDeclare(model))
                .orElse(own + "/" + model + ".yml");
    }

    /** The file that is a model. */
    String fileOfModel(String model) {
        return models.getOrDefault(model, own + "/" + model + ".sql");
    }

    private Optional<String> mayDeclare(String... names) {
        return unreadable.keySet().stream()
                .filter(path -> Stream.of(names).allMatch(name -> speaksOf(path, name)))
                .findFirst();
    }

    private boolean speaksOf(String path, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .matcher(unreadable.getOrDefault(path, ""))
                .find();
    }

    /** Why a file cannot be read although it may declare something. */
    Optional<Diagnostic> fault(String path, String name) {
        return yaml(path).fault().filter(fault -> speaksOf(path, name));
    }

    /** Keys of a file that are written twice in one mapping, the second of each. */
    List<Entry> repeatedKeys(String path) {
        return yaml(path).repeated();
    }

    private YamlFile yaml(String path) {
        return files.getOrDefault(path, YamlFile.EMPTY);
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
