package dev.headwater.dbt;

import dev.headwater.plan.Column;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.SqlIdentifier;
import dev.headwater.render.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Step 6.2: the staging model, in the layout that sqlfluff's default rules want. */
final class StagingSql {

    private static final Template LOWER = template("staging.sql.tmpl");
    private static final Template UPPER = template("staging_upper.sql.tmpl");
    private static final Set<String> KEYWORDS = Keywords.read();
    private static final int WIDTH = 80;
    private static final String STEP = "    ";

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
        if (columns.size() == 1) {
            return key("select") + " " + expression(columns.get(0), "");
        }
        Column last = last(columns);
        List<String> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String group = columns.stream()
                    .filter(column -> column.kind() == kind)
                    .map(column -> STEP
                            + expression(column, column.equals(last) ? "" : ",").replace("\n", "\n" + STEP))
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

    private String expression(Column column, String comma) {
        String raw =
                SqlIdentifier.encode(source.method().rawField(column.from()).name());
        String cast = column.type()
                .map(type -> switch (type) {
                    case TIMESTAMP_TZ -> toUtc(raw) + " " + key("as") + " " + key("timestamp_ntz");
                    case TIMESTAMP_NTZ -> raw + " " + key("as") + " " + key("timestamp_ntz");
                    case DATE -> raw + " " + key("as") + " " + key("date");
                    default -> "";
                })
                .orElse("");
        if (cast.isEmpty() && raw.equals(column.name())) {
            return raw + comma;
        }
        String alias = " " + key("as") + " " + column.name() + comma + noqa(column.name());
        String line = (cast.isEmpty() ? raw : key("cast") + "(" + cast + ")") + alias;
        boolean fits = 2 * STEP.length() + line.length() <= WIDTH;
        return fits || cast.isEmpty() ? line : key("cast") + "(\n" + STEP + broken(cast) + "\n)" + alias;
    }

    /** A conversion that is still too long has its arguments on a line of their own. */
    private static String broken(String cast) {
        int open = cast.indexOf('(');
        int close = cast.lastIndexOf(')');
        return 3 * STEP.length() + cast.length() <= WIDTH || open < 0
                ? cast
                : cast.substring(0, open + 1) + "\n" + STEP + STEP + cast.substring(open + 1, close) + "\n" + STEP
                        + cast.substring(close);
    }

    /** RB33: a bare cast would follow the session's time zone. */
    private String toUtc(String raw) {
        return plan.platform().asWritten("RB33") ? raw : key("convert_timezone") + "('UTC', " + raw + ")";
    }

    private static String noqa(String alias) {
        return KEYWORDS.contains(alias) ? " -- noqa: RF04" : "";
    }
}
