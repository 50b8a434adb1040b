package dev.headwater.dbt;

import dev.headwater.plan.Column;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.render.YamlText;
import java.util.ArrayList;
import java.util.List;

/** The tests of a table's primary key. A key of several columns is tested as a whole; dbt needs no package for that. */
final class KeyTests {

    private final Table table;
    private final String model;
    private final List<String> columns;

    KeyTests(Source source, Table table, String model) {
        this.table = table;
        this.model = model;
        this.columns = source.stagingColumns(table).stream()
                .filter(this::has)
                .map(Column::name)
                .toList();
    }

    /** A row that changed arrives again, beside its older self. */
    static boolean repeats(Table table) {
        return table.loadMode() == LoadMode.APPEND && table.cursor().isPresent();
    }

    boolean has(Column column) {
        return table.primaryKey().contains(column.from());
    }

    boolean isSingle() {
        return columns.size() == 1;
    }

    String testsOf(Column column) {
        if (!has(column)) {
            return "";
        }
        String unique = isSingle() && !repeats(table) ? "\n    - unique" : "";
        return "\n  data_tests:" + unique + "\n    - not_null";
    }

    /** The test of several columns, for a model whose keys stand at a column of the file. */
    String testOfModel(int column, Dialect dialect) {
        if (columns.size() < 2 || repeats(table)) {
            return "";
        }
        boolean nested = dialect == Dialect.CONFIG;
        int indentation = nested ? 8 : 6;
        return """
                data_tests:
                  - unique:
                      %s
                %s%s""".formatted(
                        YamlText.entry("name", "unique_" + model + "_" + String.join("_", columns), column + 6, 6),
                        nested ? "      arguments:\n        " : "      ",
                        YamlText.entry("column_name", together(), column + indentation, indentation));
    }

    /**
     * Different keys give different texts: in each column but the last, dashes are doubled, so that the first single
     * one is the separator.
     */
    private String together() {
        List<String> parts = new ArrayList<>();
        for (String column : columns.subList(0, columns.size() - 1)) {
            parts.add("replace(cast(" + column + " as varchar), '-', '--')");
        }
        parts.add("cast(" + columns.get(columns.size() - 1) + " as varchar)");
        return String.join(" || '/-/' || ", parts);
    }
}
