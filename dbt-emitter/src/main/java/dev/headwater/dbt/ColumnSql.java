package dev.headwater.dbt;

import dev.headwater.dbt.SqlValue.Cast;
import dev.headwater.dbt.SqlValue.Field;
import dev.headwater.dbt.SqlValue.Utc;
import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.render.JinjaText;
import dev.headwater.render.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of the staging model. Times are cast as in the runbook; a field inside a nested value gets its type, which
 * it has nowhere else.
 */
final class ColumnSql {

    private final DataSourcePlan plan;
    private final Column column;
    private final RawField raw;
    private final KeywordCase keywords;

    ColumnSql(DataSourcePlan plan, Source source, Column column, KeywordCase keywords) {
        this.plan = plan;
        this.column = column;
        this.raw = source.method().rawField(column.from());
        this.keywords = keywords;
    }

    /** Lines of at most so many characters, the first at column 0. */
    List<String> lines(String comma, int room) {
        SqlValue value = value();
        if (value.text().equals(column.name())) {
            return List.of(Noqa.excused(value.text() + comma, "", room));
        }
        String alias = keywords.of("as") + " " + SqlIdentifier.alias(column.name()) + comma;
        String onOne = Noqa.excused(value.text() + " " + alias, column.name(), Integer.MAX_VALUE);
        if (onOne.length() <= room) {
            return List.of(onOne);
        }
        List<String> lines =
                new ArrayList<>(value.lines(Math.min(room, value.text().length() - 1)));
        if (lines.size() == 1) {
            lines.add(SqlValue.STEP + alias);
        } else {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + alias);
        }
        return excused(lines, room);
    }

    private List<String> excused(List<String> lines, int room) {
        List<String> excused = new ArrayList<>();
        for (String line : lines) {
            boolean isLast = excused.size() == lines.size() - 1;
            excused.add(Noqa.excused(line, isLast ? column.name() : "", room));
        }
        return excused;
    }

    private SqlValue value() {
        Field field = new Field(JinjaText.encode(SqlIdentifier.encode(raw.column(), raw.inside())));
        boolean nested = !raw.inside().isEmpty();
        return switch (column.type().orElse(ColumnType.STRING)) {
            case TIMESTAMP_TZ -> cast(utc(nested ? cast(field, "timestamp_tz") : field), "timestamp_ntz");
            case TIMESTAMP_NTZ -> cast(field, "timestamp_ntz");
            case DATE -> cast(field, "date");
            case STRING -> nested ? cast(field, "varchar") : field;
            case INTEGER -> nested ? cast(field, "integer") : field;
            case NUMBER -> nested ? cast(field, "numeric(38, 9)") : field;
            case FLOAT -> nested ? cast(field, "float") : field;
            case BOOLEAN -> nested ? cast(field, "boolean") : field;
            // Without a cast sqlfluff would take it for a calculation, which has to come last (ST06).
            case JSON -> nested ? cast(field, "variant") : field;
        };
    }

    private SqlValue cast(SqlValue value, String type) {
        return new Cast(keywords, value, type);
    }

    /** RB33: a bare cast would follow the session's time zone. */
    private SqlValue utc(SqlValue value) {
        return plan.platform().asWritten(Deviation.TIME_ZONE) ? value : new Utc(keywords, value);
    }
}
