package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.RepositoryView.YamlFile;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Deviation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a dbt repository shows.
 *
 * @param view others' files
 * @param folder the loader's staging folder
 * @param file dbt_project.yml
 * @param paths where it looks for models, if it says so
 * @param models what stands there
 * @param keywordCase how SQL is written (RB29)
 * @param dialect for which versions of dbt
 * @param hasDbtUtils whether the package {@code dbt_utils} is installed
 */
record DbtProject(
        RepositoryView view,
        String folder,
        YamlFile file,
        Set<String> paths,
        ModelFolders models,
        KeywordCase keywordCase,
        Dialect dialect,
        boolean hasDbtUtils) {

    static final String FILE = "dbt_project.yml";

    static DbtProject of(DataSourcePlan plan, RepositoryView view) {
        String folder = plan.names().stagingFolder();
        YamlFile file = view.yaml(FILE);
        Set<String> paths = paths(file);
        return new DbtProject(
                view,
                folder,
                file,
                paths,
                new ModelFolders(view, lookedAt(paths, folder), folder),
                plan.platform().asWritten(Deviation.KEYWORD_CASE)
                        ? KeywordCase.LOWER
                        : new SqlfluffPolicy(view).in(folder),
                Dialect.of(plan.platform(), view, file.root()),
                InstalledPackages.includeDbtUtils(view));
    }

    private static Set<String> paths(YamlFile file) {
        Set<String> paths = new LinkedHashSet<>();
        file.items("model-paths")
                .flatMap(path -> path.string().stream())
                .map(path -> path.replaceAll("^(\\./)+|/+$", ""))
                .filter(DbtProject::isInRepository)
                .forEach(paths::add);
        return paths;
    }

    private static boolean isInRepository(String path) {
        return Arrays.stream(path.split("/", -1)).allMatch(part -> part.matches("(?!\\.\\.?$)[\\w. -]+"));
    }

    /** Headwater's own files are seen whatever the project says. */
    private static Set<String> lookedAt(Set<String> paths, String folder) {
        Set<String> all = new LinkedHashSet<>(paths.isEmpty() ? Set.of("models") : paths);
        all.add(folder);
        return all;
    }

    /** Whether the project looks for models somewhere, but not in the staging folder. */
    boolean leavesOutStaging() {
        return !paths.isEmpty() && paths.stream().noneMatch(path -> (folder + "/").startsWith(path + "/"));
    }

    /** RB30: the place where other loaders' folders are tagged, when this one's is not. */
    Optional<YamlNode> stagingWithoutTags(String loader) {
        List<YamlNode> staging = file.root().flatMap(root -> root.value("models")).stream()
                .flatMap(projects -> entries(projects).values().stream())
                .flatMap(project -> project.value("staging").stream())
                .toList();
        return staging.stream().anyMatch(node -> node.value(loader).isPresent())
                ? Optional.empty()
                : staging.stream().filter(DbtProject::hasTags).findFirst();
    }

    private static boolean hasTags(YamlNode staging) {
        return entries(staging).values().stream()
                .anyMatch(loader -> loader.value("+tags").isPresent());
    }

    private static Map<String, YamlNode> entries(YamlNode node) {
        return node.resolved() instanceof YamlNode.Mapping mapping ? mapping.merged() : Map.of();
    }

    /** Whether others have put things into the repository, but no project. */
    boolean isElsewhere() {
        return view.text(FILE).isEmpty()
                && models.isEmpty()
                && view.list("").stream().anyMatch(entry -> !(folder + "/").startsWith(entry));
    }
}
