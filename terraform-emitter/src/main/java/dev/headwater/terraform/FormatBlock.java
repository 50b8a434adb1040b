package dev.headwater.terraform;

import dev.headwater.method.FileFormat;
import dev.headwater.method.FileFormat.Csv;
import dev.headwater.method.FileFormat.Parquet;
import dev.headwater.render.HclString;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the provider's resource for a file format says. It takes switches as texts.
 *
 * @param format how the files are written
 */
record FormatBlock(FileFormat format) {

    /** The type of the resource. */
    String resource() {
        return "snowflake_file_format_" + name();
    }

    /** What the platform's module takes for it. */
    String type() {
        return name().toUpperCase(Locale.ROOT);
    }

    private String name() {
        return format instanceof Csv ? "csv" : format instanceof Parquet ? "parquet" : "json";
    }

    /** Its arguments, each on a line. */
    String arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (format instanceof Csv csv) {
            add(csv, arguments);
        } else if (format instanceof Parquet) {
            arguments.put("use_logical_type", "\"true\"");
        } else {
            arguments.put("strip_outer_array", "\"false\"");
        }
        return ModuleBlock.lines(arguments, "").stripTrailing();
    }

    private static void add(Csv csv, Map<String, String> arguments) {
        arguments.put("parse_header", "\"true\"");
        arguments.put("error_on_column_count_mismatch", "\"false\"");
        arguments.put("field_delimiter", HclString.encode(csv.delimiter()));
        arguments.put(
                "field_optionally_enclosed_by", HclString.encode(csv.quote().isEmpty() ? "NONE" : csv.quote()));
        arguments.put("escape_unenclosed_field", "\"NONE\"");
        arguments.put("encoding", HclString.encode(csv.encoding()));
        if (!csv.dates().isEmpty()) {
            arguments.put("date_format", HclString.encode(csv.dates()));
        }
        if (!csv.timestamps().isEmpty()) {
            arguments.put("timestamp_format", HclString.encode(csv.timestamps()));
        }
        if (!csv.nulls().isEmpty()) {
            arguments.put(
                    "null_if", csv.nulls().stream().map(HclString::encode).collect(Collectors.joining(", ", "[", "]")));
        }
    }
}
