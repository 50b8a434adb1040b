package dev.headwater.acceptance;

import dev.headwater.change.FileChange;
import dev.headwater.examples.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Emitted SQL, with what DuckDB spells in another way. */
final class DuckDbSql {

    /** Snowflake's way into a nested value, which DuckDB has as a function. */
    private static final Pattern INSIDE = Pattern.compile("(\\w+):(\\w+(?:\\.\\w+)*)");

    private DuckDbSql() {}

    /** A copy of a scenario's dbt project that DuckDB can build. */
    static void copy(Scenario scenario, Path project) throws IOException {
        Folders.copy(scenario.dbtTransform(), project);
        for (FileChange file : scenario.applied().changes("dbt-transform").files()) {
            if (file.path().endsWith(".sql")) {
                Files.writeString(project.resolve(file.path()), of(file.after().orElseThrow()));
            }
        }
    }

    static String of(String sql) {
        return INSIDE.matcher(sql).replaceAll(DuckDbSql::extracted).replace("as timestamp_tz)", "as timestamptz)");
    }

    private static String extracted(MatchResult path) {
        return "json_extract_string(" + path.group(1) + ", '\\$." + path.group(2) + "')";
    }
}
