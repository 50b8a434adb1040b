package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.method.FileFormat;
import dev.headwater.method.FileFormat.Csv;
import dev.headwater.method.Snowpipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The platform's module for pipes, and whether what it makes is what files need. */
record PipeModule(ModuleContract contract, Snowpipe<?> snowpipe, String loadedAt) {

    private static final List<String> ARGUMENTS =
            List.of("database", "schema", "name", "stage_url", "storage_integration", "target_table", "format_type");

    /** Only where its files show that it can carry the format and the load time. */
    boolean carries(FileFormat format) {
        return contract.isKnown()
                && ARGUMENTS.stream().allMatch(contract.taken::has)
                && copies().map(copy -> copiesRight(copy.toUpperCase(Locale.ROOT)))
                        .orElse(false)
                && hasFormat(format);
    }

    private Optional<String> copies() {
        return contract.folder.stream()
                .flatMap(folder -> folder.resources("snowflake_pipe").stream())
                .flatMap(pipe -> pipe.block().attribute("copy_statement").stream())
                .map(HclAttribute::expression)
                .findFirst();
    }

    private boolean copiesRight(String copy) {
        String time = "METADATA$START_SCAN_TIME";
        return copy.contains(time)
                && copy.contains(loadedAt.toUpperCase(Locale.ROOT))
                && copy.contains(Snowpipe.SOURCE_FILE.toUpperCase(Locale.ROOT))
                && copy.contains(snowpipe.isOneVariant() ? "$1" : "MATCH_BY_COLUMN_NAME");
    }

    private boolean hasFormat(FileFormat format) {
        if (format instanceof Csv csv && !csv.equals(FileFormat.csv())) {
            return false;
        }
        return contract.folder.stream()
                .flatMap(folder -> folder.resources("snowflake_file_format").stream())
                .anyMatch(made -> isOf(made, format));
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
