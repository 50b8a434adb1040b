package dev.headwater.dbt;

import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.render.JinjaText;
import dev.headwater.render.SqlIdentifier;

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

    String text() {
        String value = value();
        return value.equals(column.name())
                ? value
                : value + " " + keywords.of("as") + " " + SqlIdentifier.alias(column.name());
    }

    private String value() {
        String field = JinjaText.encode(SqlIdentifier.encode(raw.column(), raw.inside()));
        return switch (column.type().orElse(ColumnType.STRING)) {
            case TIMESTAMP_TZ -> cast(utc(typed(field, "timestamp_tz")), "timestamp_ntz");
            case TIMESTAMP_NTZ -> cast(field, "timestamp_ntz");
            case DATE -> cast(field, "date");
            case STRING -> typed(field, "varchar");
            case INTEGER -> typed(field, "integer");
            case NUMBER -> typed(field, "numeric(38, 9)");
            case FLOAT -> typed(field, "float");
            case BOOLEAN -> typed(field, "boolean");
            // Without a cast sqlfluff would take it for a calculation, which has to come last (ST06).
            case JSON -> typed(field, "variant");
        };
    }

    private String typed(String field, String type) {
        return raw.inside().isEmpty() ? field : cast(field, type);
    }

    private String cast(String value, String type) {
        return keywords.of("cast") + "(" + value + " " + keywords.of("as") + " " + keywords.of(type) + ")";
    }

    /** RB33: a bare cast would follow the session's time zone. */
    private String utc(String value) {
        return plan.platform().asWritten(Deviation.TIME_ZONE)
                ? value
                : keywords.of("convert_timezone") + "('UTC', " + value + ")";
    }
}
