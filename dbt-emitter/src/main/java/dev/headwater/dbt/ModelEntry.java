package dev.headwater.dbt;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.Column;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.JinjaText;
import dev.headwater.render.Template;
import dev.headwater.render.YamlText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step 6.3: the staging model's description, columns and tests. */
final class ModelEntry {

    private static final Template MODEL =
            Template.read(ModelEntry.class.getResourceAsStream("model.yml.tmpl"), "model.yml.tmpl");

    /** The column at which an item of {@code models:} has its keys. */
    private static final int ITEM = 4;

    /** The column at which an item of a model's {@code columns:} has its keys. */
    private static final int COLUMN_ITEM = 8;

    private final Source source;
    private final Table table;
    private final String model;
    private final KeyTests key;
    private final DbtProject project;

    ModelEntry(DataSourcePlan plan, Source source, Table table, DbtProject project) {
        this.source = source;
        this.table = table;
        this.model = plan.names().stagingModel(source, table);
        this.project = project;
        this.key = new KeyTests(source, table, model);
    }

    Fragment fragment(Scope scope) {
        Address.YamlItem address =
                Address.yaml(project.models().fileOfDescription(model)).item("models", "name", model);
        return Fragment.yamlItem(scope, address, this::text).startingWith(SourceEntry.HEAD);
    }

    private String text() {
        return MODEL.render(Map.of(
                "name", YamlText.entry("name", model, ITEM, 0),
                "description", YamlText.entry("description", JinjaText.encode(description()), ITEM, 0),
                "tests", key.testOfModel(ITEM, project),
                "columns",
                        source.stagingColumns(table).stream().map(this::column).collect(Collectors.joining("\n"))));
    }

    private String description() {
        String text = table.description().strip();
        boolean isSentence = text.indexOf('\n') < 0 && text.matches(".*[\\p{L}\\p{N}][.!?]?") && !text.contains("://");
        if (!isSentence || text.toLowerCase(Locale.ROOT).contains("one row per")) {
            return text;
        }
        String sentence = text.matches(".*[.!?]") ? text : text + ".";
        return sentence + " One row per " + table.entity().replace('_', ' ') + ".";
    }

    private String column(Column column) {
        String description = column.description()
                .or(() -> ofKey(column))
                .map(text -> "\n  " + YamlText.entry("description", JinjaText.encode(text), COLUMN_ITEM, 2))
                .orElse("");
        return "- " + YamlText.entry("name", column.name(), COLUMN_ITEM, 2) + description + key.testsOf(column);
    }

    private Optional<String> ofKey(Column column) {
        String text = key.isSingle() ? "Primary key." : "Part of the primary key.";
        return Optional.of(text).filter(any -> key.has(column));
    }
}
