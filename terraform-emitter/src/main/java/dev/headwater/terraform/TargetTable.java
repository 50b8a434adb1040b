package dev.headwater.terraform;

import dev.headwater.method.Snowpipe;
import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.HclString;
import dev.headwater.render.SqlIdentifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables into which a source's pipes load, which have to be there first, and how rows get into them. The load time
 * is the time at which Snowflake begins to read a file: {@code CURRENT_TIMESTAMP} can be hours before that (Snowflake's
 * page on CREATE PIPE).
 */
final class TargetTable {

    private static final String TEXT = "VARCHAR(16777216)";

    private final DataSourcePlan plan;
    private final Source source;
    private final Snowpipe<?> snowpipe;

    TargetTable(DataSourcePlan plan, Source source) {
        this.plan = plan;
        this.source = source;
        this.snowpipe = (Snowpipe<?>) source.method();
    }

    /** A table's name as Snowflake stores it. */
    static String stored(Table table) {
        return table.name().toUpperCase(Locale.ROOT);
    }

    /** The name that a column has, of which a plain one stands in lower case in SQL. */
    private static String stored(String column) {
        return column.matches("[a-z_][a-z0-9_$]*") ? column.toUpperCase(Locale.ROOT) : column;
    }

    /** The column with the load time. */
    String loadedAt() {
        return plan.loader().loadedAt().column().orElse("_loaded_at");
    }

    private Map<String, String> types(Table table) {
        Map<String, String> types = new LinkedHashMap<>();
        if (snowpipe.isOneVariant()) {
            types.put(Snowpipe.RECORD, "VARIANT");
        } else {
            for (Column column : source.stagingColumns(table)) {
                RawField field = snowpipe.rawField(column.from());
                String type = field.inside().isEmpty()
                        ? column.type().map(TargetTable::type).orElse(TEXT)
                        : "VARIANT";
                types.merge(field.column(), type, (one, other) -> one.equals(other) ? one : "VARIANT");
            }
        }
        if (!snowpipe.isOneVariant()) {
            // By which the newest version of a row is told.
            table.cursor()
                    .map(snowpipe::rawField)
                    .ifPresent(field ->
                            types.putIfAbsent(field.column(), field.inside().isEmpty() ? TEXT : "VARIANT"));
        }
        types.put(loadedAt(), "TIMESTAMP_LTZ(9)");
        types.put(Snowpipe.SOURCE_FILE, TEXT);
        return types;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case STRING -> TEXT;
            case INTEGER -> "NUMBER(38,0)";
            case NUMBER -> "NUMBER(38,9)";
            case FLOAT -> "FLOAT";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP_TZ -> "TIMESTAMP_TZ(9)";
            case TIMESTAMP_NTZ -> "TIMESTAMP_NTZ(9)";
            case JSON -> "VARIANT";
        };
    }

    /** Its columns, as blocks of Terraform's resource. */
    String columns(Table table) {
        return types(table).entrySet().stream()
                .map(column -> "column {\n  name = " + HclString.encode(stored(column.getKey())) + "\n  type = "
                        + HclString.encode(column.getValue()) + "\n}")
                .collect(Collectors.joining("\n\n"));
    }

    /** The statement of a table's pipe, as lines of a heredoc. */
    String copy(Table table, String formatType, String label) {
        String stage = "@${snowflake_stage_external_s3." + label + ".fully_qualified_name}";
        String target = "COPY INTO ${snowflake_table." + label + ".fully_qualified_name}";
        String format = "FILE_FORMAT = (FORMAT_NAME = '${" + formatType + "." + label + ".fully_qualified_name}')";
        String loaded = column(loadedAt());
        String file = column(Snowpipe.SOURCE_FILE);
        return snowpipe.isOneVariant()
                ? String.join(
                        "\n",
                        target + " (" + column(Snowpipe.RECORD) + ", " + loaded + ", " + file + ")",
                        "FROM (",
                        "  SELECT $1, METADATA$START_SCAN_TIME, METADATA$FILENAME",
                        "  FROM " + stage,
                        ")",
                        format)
                : String.join(
                        "\n",
                        target,
                        "FROM " + stage,
                        format,
                        "MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE",
                        "INCLUDE_METADATA = (" + loaded + " = METADATA$START_SCAN_TIME, " + file
                                + " = METADATA$FILENAME)");
    }

    private static String column(String name) {
        return SqlIdentifier.encode(name)
                .replace(name, stored(name))
                .replace("${", "$${")
                .replace("%{", "%%{");
    }
}
