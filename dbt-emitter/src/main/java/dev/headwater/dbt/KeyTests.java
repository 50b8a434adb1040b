package dev.headwater.dbt;

import dev.headwater.plan.Column;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.render.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tests of a table's primary key. A key of several columns is tested as a whole: by {@code dbt_utils} where the
 * project has it, else by dbt's own {@code unique} on all of them together.
 */
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

    /** A row arrives again, beside its older self: when it changed, or with every run. */
    static boolean repeats(Table table) {
        return table.loadMode() == LoadMode.APPEND;
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
    String testOfModel(int column, DbtProject project) {
        if (columns.size() < 2 || repeats(table)) {
            return "";
        }
        boolean nested = project.dialect() == Dialect.CONFIG;
        if (project.hasDbtUtils()) {
            String items = columns.stream()
                    .map(name -> "\n  - " + YamlText.scalar(name))
                    .collect(Collectors.joining());
            return test("dbt_utils.unique_combination_of_columns:", "combination_of_columns:" + items, nested);
        }
        String name = YamlText.entry("name", "unique_" + model + "_" + String.join("_", columns), column + 6, 0);
        String expression = YamlText.entry("column_name", together(), column + (nested ? 8 : 6), 0);
        return test("unique:\n      " + name.replace("\n", "\n      "), expression, nested);
    }

    private static String test(String test, String arguments, boolean nested) {
        String step = "\n      ";
        String placed = nested ? "arguments:\n  " + arguments.replace("\n", "\n  ") : arguments;
        return "data_tests:\n  - " + test + step + placed.replace("\n", step);
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
