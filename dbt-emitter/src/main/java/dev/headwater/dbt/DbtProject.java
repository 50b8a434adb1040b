package dev.headwater.dbt;

import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a dbt repository shows of its habits. Files that cannot be read are the reconciler's to report. */
final class DbtProject {

    private static final Pattern UPPER_KEYWORDS = Pattern.compile(
            "(?ms)^\\[sqlfluff:rules:capitalisation\\.keywords]\\s*(?:(?!^\\[).)*?^capitalisation_policy\\s*=\\s*upper\\s*$");

    private final Repository repository;
    private final DataSourcePlan plan;
    private final String folder;

    DbtProject(Repository repository, DataSourcePlan plan) {
        this.repository = repository;
        this.plan = plan;
        this.folder = plan.names().stagingFolder();
    }

    /** RB29. */
    KeywordCase keywordCase() {
        boolean upper = asksForUpperCase() && !plan.platform().asWritten("RB29");
        return upper ? KeywordCase.UPPER : KeywordCase.LOWER;
    }

    boolean asksForUpperCase() {
        return repository
                .read(".sqlfluff")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> UPPER_KEYWORDS.matcher(text).find())
                .isPresent();
    }

    /** The file that declares a source already, else the runbook's. */
    String fileOf(String dbtSource) {
        return yamlFiles().stream()
                .filter(path -> sources(path).stream()
                        .anyMatch(source -> text(source, "name").equals(dbtSource)))
                .findFirst()
                .orElse(folder + "/_sources.yml");
    }

    /** What the loader's other sources say of their load time. */
    List<String> loadTimesOfOthers(Source own) {
        String ownName = plan.names().dbtSource(own);
        List<String> fields = new ArrayList<>();
        for (String path : yamlFiles()) {
            for (YamlNode source : sources(path)) {
                if (!text(source, "name").equals(ownName)) {
                    fields.add(source.value("config")
                            .map(config -> text(config, "loaded_at_field"))
                            .filter(field -> !field.isEmpty())
                            .orElseGet(() -> text(source, "loaded_at_field")));
                }
            }
        }
        return fields.stream().filter(field -> !field.isEmpty()).distinct().toList();
    }

    /** RB30: other loaders' folders are tagged in dbt_project.yml, this one is not. */
    boolean missesTags() {
        List<YamlNode> staging =
                read("dbt_project.yml").flatMap(YamlDocument::root).flatMap(root -> root.value("models")).stream()
                        .flatMap(models -> entries(models).values().stream())
                        .flatMap(project -> project.value("staging").stream())
                        .toList();
        boolean others = staging.stream()
                .flatMap(node -> entries(node).values().stream())
                .anyMatch(folderOfLoader -> folderOfLoader.value("+tags").isPresent());
        return others
                && staging.stream()
                        .noneMatch(node -> node.value(plan.loader().name()).isPresent());
    }

    private static Map<String, YamlNode> entries(YamlNode node) {
        return node.resolved() instanceof YamlNode.Mapping mapping ? mapping.merged() : Map.of();
    }

    private List<String> yamlFiles() {
        return repository.list(folder).stream()
                .filter(name -> name.endsWith(".yml") || name.endsWith(".yaml"))
                .map(name -> folder + "/" + name)
                .toList();
    }

    private List<YamlNode> sources(String path) {
        return read(path).flatMap(YamlDocument::root).flatMap(root -> root.value("sources")).stream()
                .flatMap(list -> list.elements().stream())
                .toList();
    }

    private Optional<YamlDocument> read(String path) {
        try {
            return repository.read(path).map(bytes -> YamlDocument.parse(SourceText.decode(bytes, "yaml")));
        } catch (UnreadableTextException reportedElsewhere) {
            return Optional.empty();
        }
    }

    private static String text(YamlNode mapping, String key) {
        return mapping.value(key).flatMap(YamlNode::string).orElse("");
    }
}
