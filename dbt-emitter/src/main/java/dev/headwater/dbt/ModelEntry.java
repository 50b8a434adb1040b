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
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    ModelEntry(DataSourcePlan plan, Source source, Table table) {
        this.source = source;
        this.table = table;
        this.model = plan.names().stagingModel(source, table);
    }

    Fragment fragment(Scope scope, String path) {
        String text = MODEL.render(Map.of(
                "name", YamlText.scalar(model),
                "description", YamlText.entry("description", JinjaText.encode(description()), ITEM, 0),
                "tests", keyTest(),
                "columns",
                        source.stagingColumns(table).stream().map(this::column).collect(Collectors.joining("\n"))));
        Address.YamlItem address = Address.yaml(path).item("models", "name", model);
        return Fragment.yamlItem(scope, address, text).startingWith(SourceEntry.HEAD);
    }

    private String description() {
        String text = table.description().strip();
        if (text.toLowerCase(Locale.ROOT).contains("one row per")) {
            return text;
        }
        String sentence = text.matches("(?s).*[.!?]") ? text : text + ".";
        return sentence + " One row per " + table.entity().replace('_', ' ') + ".";
    }

    /** A key of several columns is tested as a whole; dbt needs no package for that. */
    private String keyTest() {
        List<String> key = keyColumns();
        if (key.size() < 2) {
            return "";
        }
        return """
                data_tests:
                  - unique:
                      name: unique_%s_%s
                      arguments:
                        %s""".formatted(
                        model,
                        String.join("_", key),
                        YamlText.entry("column_name", String.join(" || '-' || ", key), ITEM + 8, 8));
    }

    private List<String> keyColumns() {
        return source.stagingColumns(table).stream()
                .filter(this::isKey)
                .map(Column::name)
                .toList();
    }

    private boolean isKey(Column column) {
        return table.primaryKey().contains(column.from());
    }

    private String column(Column column) {
        String description = column.description().orElseGet(() -> fallback(column));
        String text = "- name: " + YamlText.scalar(column.name()) + "\n  "
                + YamlText.entry("description", JinjaText.encode(description), COLUMN_ITEM, 2);
        if (!isKey(column)) {
            return text;
        }
        String unique = keyColumns().size() == 1 ? "\n    - unique" : "";
        return text + "\n  data_tests:" + unique + "\n    - not_null";
    }

    private String fallback(Column column) {
        if (isKey(column)) {
            return keyColumns().size() == 1 ? "Primary key." : "Part of the primary key.";
        }
        String words = column.name().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
