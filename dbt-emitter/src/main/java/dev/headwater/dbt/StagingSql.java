package dev.headwater.dbt;

import dev.headwater.plan.Column;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Step 6.2: the staging model, in the layout that sqlfluff's default rules want. */
final class StagingSql {

    private static final Template LOWER = template("staging.sql.tmpl");
    private static final Template UPPER = template("staging_upper.sql.tmpl");
    private static final int WIDTH = 80;
    private static final String STEP = SqlValue.STEP;

    private final DataSourcePlan plan;
    private final Source source;
    private final Table table;
    private final KeywordCase keywords;

    StagingSql(DataSourcePlan plan, Source source, Table table, KeywordCase keywords) {
        this.plan = plan;
        this.source = source;
        this.table = table;
        this.keywords = keywords;
    }

    private static Template template(String name) {
        return Template.read(StagingSql.class.getResourceAsStream(name), name);
    }

    String text() {
        Map<String, String> values = Map.of("source", source(), "columns", columns());
        return (keywords == KeywordCase.UPPER ? UPPER : LOWER).render(values);
    }

    private String source() {
        String reference = "'" + plan.names().dbtSource(source) + "', '" + table.name() + "'";
        String line = key("select") + " * " + key("from") + " {{ source(" + reference + ") }}";
        return STEP.length() + line.length() <= WIDTH
                ? line
                : key("select") + " *\n" + key("from") + "\n" + STEP + "{{ source(\n" + STEP + STEP
                        + reference.replace(", ", ",\n" + STEP + STEP) + "\n" + STEP + ") }}";
    }

    private String key(String keyword) {
        return keywords.of(keyword);
    }

    private String columns() {
        List<Column> columns = source.stagingColumns(table);
        return columns.size() == 1 ? single(columns.get(0)) : groups(columns);
    }

    /** A single column stands beside {@code select}, unless it takes several lines. */
    private String single(Column column) {
        String select = key("select");
        List<String> lines = lines(column, "", WIDTH - STEP.length() - select.length() - 1);
        return lines.size() == 1
                ? select + " " + lines.get(0)
                : select + "\n" + String.join("\n", SqlValue.indented(lines));
    }

    private List<String> lines(Column column, String comma, int room) {
        return new ColumnSql(plan, source, column, keywords).lines(comma, room);
    }

    private String groups(List<Column> columns) {
        Column last = last(columns);
        List<String> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String group = columns.stream()
                    .filter(column -> column.kind() == kind)
                    .map(column -> lines(column, column.equals(last) ? "" : ",", WIDTH - 2 * STEP.length()))
                    .flatMap(lines -> SqlValue.indented(lines).stream())
                    .collect(Collectors.joining("\n"));
            if (!group.isEmpty()) {
                groups.add(STEP + "-- " + comment(kind) + "\n" + group);
            }
        }
        return key("select") + "\n" + String.join("\n\n", groups);
    }

    private static Column last(List<Column> columns) {
        Column last = columns.get(0);
        for (Column column : columns) {
            last = column.kind().compareTo(last.kind()) >= 0 ? column : last;
        }
        return last;
    }

    private static String comment(Kind kind) {
        return switch (kind) {
            case IDENTIFIER -> "identifiers";
            case DIMENSION -> "dimensions";
            case BOOLEAN -> "booleans";
            case MEASURE -> "measures";
            case TIMESTAMP -> "timestamps";
        };
    }
}
