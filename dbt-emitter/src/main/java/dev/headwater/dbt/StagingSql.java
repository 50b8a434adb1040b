package dev.headwater.dbt;

import dev.headwater.plan.Column;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Step 6.2: the staging model. Its first line excuses it from what sqlfluff says of names: a keyword of some database,
 * quotes that Snowflake needs, a line that is long because they are.
 */
final class StagingSql {

    private static final Template LOWER =
            Template.read(StagingSql.class.getResourceAsStream("staging.sql.tmpl"), "staging.sql.tmpl");
    private static final Template UPPER = KeywordCase.UPPER.of(LOWER);

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

    String text() {
        Map<String, String> values =
                Map.of("source", plan.names().dbtSource(source), "table", table.name(), "columns", columns());
        return (keywords == KeywordCase.UPPER ? UPPER : LOWER).render(values);
    }

    /** A single column stands beside {@code select}. */
    private String columns() {
        List<Column> columns = source.stagingColumns(table);
        return keywords.of("select") + (columns.size() == 1 ? " " + sql(columns.get(0)) : "\n" + groups(columns));
    }

    private String groups(List<Column> columns) {
        List<String> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String group = columns.stream()
                    .filter(column -> column.kind() == kind)
                    .map(column -> "\n    " + sql(column))
                    .collect(Collectors.joining(","));
            if (!group.isEmpty()) {
                groups.add("    -- " + kind.name().toLowerCase(Locale.ROOT) + "s" + group);
            }
        }
        return String.join(",\n\n", groups);
    }

    private String sql(Column column) {
        return new ColumnSql(plan, source, column, keywords).text();
    }
}
