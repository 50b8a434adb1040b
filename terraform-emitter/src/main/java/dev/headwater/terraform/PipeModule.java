package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.method.FileFormat;
import dev.headwater.method.FileFormat.Csv;
import dev.headwater.method.Snowpipe;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The platform's module for pipes, and whether what it makes is what files need. */
record PipeModule(ModuleContract contract, Snowpipe<?> snowpipe, String loadedAt) {

    private static final List<String> ARGUMENTS =
            List.of("database", "schema", "name", "stage_url", "storage_integration", "target_table", "format_type");

    /** What its files have to show, in words. */
    static String shape(Snowpipe<?> snowpipe, String loadedAt) {
        String time = loadedAt.toUpperCase(Locale.ROOT);
        String file = Snowpipe.SOURCE_FILE.toUpperCase(Locale.ROOT);
        return "the variables " + String.join(", ", ARGUMENTS) + ", a snowflake_file_format of var.format_type, and a"
                + " snowflake_pipe with auto_ingest = true whose copy_statement "
                + (snowpipe.isOneVariant()
                        ? "selects $1, METADATA$START_SCAN_TIME and METADATA$FILENAME for RECORD, " + time + " and "
                                + file
                        : "says MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE and INCLUDE_METADATA = (" + time
                                + " = METADATA$START_SCAN_TIME, " + file + " = METADATA$FILENAME)");
    }

    /** Only where its files show that it can carry the format and the load time. */
    boolean carries(FileFormat format) {
        return contract.isKnown()
                && ARGUMENTS.stream().allMatch(contract.taken::has)
                && resources("snowflake_pipe").anyMatch(this::loadsRight)
                && hasFormat(format);
    }

    private Stream<LocatedBlock> resources(String type) {
        return contract.folder.stream().flatMap(folder -> folder.resources(type).stream());
    }

    private boolean loadsRight(LocatedBlock pipe) {
        boolean isTold = pipe.value("auto_ingest")
                .filter(value -> value.text().equals("true"))
                .isPresent();
        String copy = pipe.block().attribute("copy_statement").stream()
                .map(HclAttribute::expression)
                .collect(Collectors.joining())
                .replaceAll("--[^\\n]*", "")
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
        String time = loadedAt.toUpperCase(Locale.ROOT);
        String file = Snowpipe.SOURCE_FILE.toUpperCase(Locale.ROOT);
        return isTold
                && (snowpipe.isOneVariant()
                        ? copy.contains("(RECORD, " + time + ", " + file + ")")
                                && copy.contains("SELECT $1, METADATA$START_SCAN_TIME, METADATA$FILENAME")
                        : copy.contains("MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE")
                                && copy.contains(time + " = METADATA$START_SCAN_TIME")
                                && copy.contains(file + " = METADATA$FILENAME"));
    }

    private boolean hasFormat(FileFormat format) {
        if (format instanceof Csv csv && !csv.equals(FileFormat.csv())) {
            return false;
        }
        String type = HclString.encode(new FormatBlock(format).type());
        boolean isTaken = contract.folder.stream()
                .flatMap(folder -> folder.blocks("variable").stream())
                .filter(variable -> variable.label().equals("format_type"))
                .flatMap(variable -> variable.block().blocks().stream())
                .filter(nested -> nested.type().equals("validation"))
                .allMatch(validation -> validation.attribute("condition").stream()
                        .anyMatch(condition -> condition.expression().contains(type)));
        return isTaken && resources("snowflake_file_format").anyMatch(made -> isOf(made, format));
    }

    /** Dates and headers are settings of some formats only, which the provider refuses for others. */
    private static boolean isOf(LocatedBlock made, FileFormat format) {
        boolean isOpen = made.value("format_type")
                .filter(type -> type.text().contains("var.format_type"))
                .isPresent();
        boolean hasHeader = made.value("parse_header").isPresent();
        boolean hasDates = made.value("date_format").isPresent();
        return isOpen
                && (format instanceof Csv ? hasHeader : !hasHeader)
                && (!(format instanceof FileFormat.Parquet) || !hasDates);
    }
}
