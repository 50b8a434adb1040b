package dev.headwater.dbt;

import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.read.YamlNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a dbt repository shows: its habits, and where things stand that somebody else may have put elsewhere. */
final class DbtProject {

    private final Repository repository;
    private final DataSourcePlan plan;
    private final String folder;
    private final ProjectFile file;
    private final Optional<YamlNode> settings;
    private final ModelFolders models;
    private final KeywordCase keywordCase;
    private final Dialect dialect;
    private final boolean dbtUtils;

    DbtProject(Repository repository, DataSourcePlan plan) {
        this.repository = repository;
        this.plan = plan;
        this.folder = plan.names().stagingFolder();
        this.file = ProjectFile.read(repository);
        this.settings = file.settings();
        this.models = new ModelFolders(repository, modelPaths());
        this.keywordCase = plan.platform().asWritten(Deviation.KEYWORD_CASE)
                ? KeywordCase.LOWER
                : new SqlfluffPolicy(repository).in(folder);
        this.dialect = Dialect.of(plan.platform(), repository, settings);
        this.dbtUtils = InstalledPackages.includeDbtUtils(repository);
    }

    Dialect dialect() {
        return dialect;
    }

    boolean hasDbtUtils() {
        return dbtUtils;
    }

    /** What texts call the repository. */
    String name() {
        return repository.name();
    }

    ModelFolders models() {
        return models;
    }

    /** RB29. */
    KeywordCase keywordCase() {
        return keywordCase;
    }

    String fileOfSource(Source source) {
        return models.fileOfSource(plan.names().dbtSource(source)).orElse(folder + "/_sources.yml");
    }

    String fileOfTable(Source source, Table table) {
        return models.fileOfTable(plan.names().dbtSource(source), table.name()).orElse(folder + "/_sources.yml");
    }

    String fileOfModel(Source source, Table table) {
        String model = plan.names().stagingModel(source, table);
        return models.fileOfModel(model).orElse(folder + "/" + model + ".sql");
    }

    String fileOfDescription(Source source, Table table) {
        String model = plan.names().stagingModel(source, table);
        return models.fileOfDescription(model).orElse(folder + "/" + model + ".yml");
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
        return settings.flatMap(this::stagingWithoutTags);
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
        settings.flatMap(root -> root.value("model-paths")).stream()
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
                .map(fault -> ProjectFile.PATH + (fault.line() > 0 ? ", line " + fault.line() : "")
                        + ": the file cannot be read, so models go to " + folder
                        + " whatever its model-paths are. " + fault.getMessage())
                .or(() -> isElsewhere()
                        ? Optional.of(ProjectFile.PATH + " is not there, nor any model, so models go to " + folder
                                + ": see that the repository's directory is the one of the dbt project.")
                        : Optional.empty());
    }

    /** Whether others have put things into the repository, but no project. */
    private boolean isElsewhere() {
        if (file.exists()) {
            return false;
        }
        Set<String> own = new HashSet<>(Set.of(folder + "/_sources.yml"));
        for (Source source : plan.sources()) {
            for (Table table : source.tables()) {
                own.add(fileOfModel(source, table));
                own.add(fileOfDescription(source, table));
            }
        }
        boolean something = repository.list("").stream().anyMatch(entry -> !(folder + "/").startsWith(entry));
        return something && own.containsAll(models.paths());
    }
}
