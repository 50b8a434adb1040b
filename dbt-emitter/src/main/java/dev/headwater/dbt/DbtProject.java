package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.RepositoryView.YamlFile;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a dbt repository shows: its habits, and where things stand that somebody else may have put elsewhere. */
final class DbtProject {

    private static final String FILE = "dbt_project.yml";

    private final RepositoryView view;

    /** With what a plan wants, as people may have changed it since. */
    private final RepositoryView whole;

    private final DataSourcePlan plan;
    private final String folder;
    private final YamlFile file;
    private final ModelFolders models;
    private final List<DeclaredSource> ownSources;
    private final KeywordCase keywordCase;
    private final Dialect dialect;
    private final boolean dbtUtils;

    DbtProject(RepositoryView view, DataSourcePlan plan) {
        this.view = view;
        this.whole = view.withOwn();
        this.plan = plan;
        this.folder = plan.names().stagingFolder();
        this.file = view.yaml(FILE);
        this.models = new ModelFolders(view, modelPaths());
        this.ownSources = PropertyFile.of(home(), whole).sources();
        this.keywordCase = plan.platform().asWritten(Deviation.KEYWORD_CASE)
                ? KeywordCase.LOWER
                : new SqlfluffPolicy(view).in(folder);
        this.dialect = Dialect.of(plan.platform(), view, file.root());
        this.dbtUtils = InstalledPackages.includeDbtUtils(view);
    }

    private String home() {
        return folder + "/_sources.yml";
    }

    Dialect dialect() {
        return dialect;
    }

    boolean hasDbtUtils() {
        return dbtUtils;
    }

    /** What texts call the repository. */
    String name() {
        return view.name();
    }

    ModelFolders models() {
        return models;
    }

    /** RB29. */
    KeywordCase keywordCase() {
        return keywordCase;
    }

    String fileOfSource(Source source) {
        return models.fileOfSource(plan.names().dbtSource(source)).orElse(home());
    }

    String fileOfTable(Source source, Table table) {
        return models.fileOfTable(plan.names().dbtSource(source), table.name()).orElse(home());
    }

    String fileOfModel(Source source, Table table) {
        String model = plan.names().stagingModel(source, table);
        return models.fileOfModel(model).orElse(folder + "/" + model + ".sql");
    }

    String fileOfDescription(Source source, Table table) {
        String model = plan.names().stagingModel(source, table);
        return models.fileOfDescription(model).orElse(folder + "/" + model + ".yml");
    }

    /** What is said of a source, wherever it is declared, also where the plan would. */
    List<DeclaredSource> declared(Source source) {
        String name = plan.names().dbtSource(source);
        return Stream.concat(
                        ownSources.stream().filter(own -> own.name().equals(name)),
                        models.sources(name).stream()
                                .filter(other -> !other.file().equals(home())))
                .toList();
    }

    /** The sources that a source's model reads already. */
    Set<String> sourcesReadBy(String model) {
        return ModelFolders.sourcesReadIn(whole.text(model).orElse(""));
    }

    /** The loader's sources: those in its folder, and those that are called like them. */
    List<DeclaredSource> sourcesOfLoader() {
        return models.sources().stream()
                .filter(source -> source.file().startsWith(folder + "/")
                        || source.name().startsWith(plan.loader().name() + "_"))
                .toList();
    }

    /** RB30: the place where other loaders' folders are tagged, when this one's is not. */
    Optional<YamlNode> stagingWithoutTags() {
        return file.root().flatMap(this::stagingWithoutTags);
    }

    private Optional<YamlNode> stagingWithoutTags(YamlNode root) {
        List<YamlNode> staging = root.value("models").stream()
                .flatMap(projects -> entries(projects).values().stream())
                .flatMap(project -> project.value("staging").stream())
                .toList();
        String own = plan.loader().name();
        return staging.stream().anyMatch(node -> node.value(own).isPresent())
                ? Optional.empty()
                : staging.stream()
                        .filter(node -> entries(node).values().stream()
                                .anyMatch(ofLoader -> ofLoader.value("+tags").isPresent()))
                        .findFirst();
    }

    private static Map<String, YamlNode> entries(YamlNode node) {
        return node.resolved() instanceof YamlNode.Mapping mapping ? mapping.merged() : Map.of();
    }

    /** Where dbt looks for models, when the project says so and the staging folder is in none of it. */
    Optional<String> pathsWithoutStaging() {
        Set<String> paths = declaredPaths();
        boolean elsewhere = !paths.isEmpty() && paths.stream().noneMatch(path -> (folder + "/").startsWith(path + "/"));
        return elsewhere ? Optional.of(String.join(", ", paths)) : Optional.empty();
    }

    private Set<String> modelPaths() {
        Set<String> paths = declaredPaths();
        if (paths.isEmpty()) {
            paths.add("models");
        }
        // Headwater's own files are seen whatever the project says.
        paths.add(folder);
        return paths;
    }

    private Set<String> declaredPaths() {
        Set<String> paths = new LinkedHashSet<>();
        file.root().flatMap(root -> root.value("model-paths")).stream()
                .flatMap(list -> list.elements().stream())
                .flatMap(path -> path.string().stream())
                .map(path -> path.replaceAll("^(\\./)+|/+$", ""))
                .filter(DbtProject::isInRepository)
                .forEach(paths::add);
        return paths;
    }

    private static boolean isInRepository(String path) {
        return Arrays.stream(path.split("/", -1))
                .allMatch(part -> part.matches("[\\w. -]+") && !part.equals(".") && !part.equals(".."));
    }

    /** Why nobody knows where the project wants its models, so that they go where dbt looks by default. */
    Optional<String> fault() {
        return file.fault()
                .map(fault -> FILE + (fault.line() > 0 ? ", line " + fault.line() : "")
                        + ": the file cannot be read, so models go to " + folder + " whatever its model-paths are. "
                        + fault.message() + " " + fault.hint())
                .or(() -> isElsewhere()
                        ? Optional.of(FILE + " is not there, nor any model, so models go to " + folder
                                + ": see that the repository's directory is the one of the dbt project.")
                        : Optional.empty());
    }

    /** Whether others have put things into the repository, but no project. */
    private boolean isElsewhere() {
        return view.text(FILE).isEmpty()
                && models.isEmpty()
                && view.list("").stream().anyMatch(entry -> !(folder + "/").startsWith(entry));
    }
}
