package dev.headwater.plan;

import dev.headwater.platform.Deviation;
import dev.headwater.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Judges text from people by the longest that its targets take, with the words that emitters put around it. Prefect 3.8
 * has no limit for descriptions and tags, DuckDB none for anything.
 */
final class TextLimits {

    /** Characters of a description in AWS Secrets Manager (API of 2017-10-17, {@code DescriptionType}). */
    private static final int SECRET = 2048;

    /**
     * Bytes of a statement for Snowflake (docs.snowflake.com/en/user-guide/query-size-limits). A comment has no limit
     * of its own there; where dbt persists descriptions, those of all columns of a model are one statement.
     */
    private static final int STATEMENT = 1_000_000;

    private TextLimits() {}

    static void judge(DataSourcePlan plan, Source source, String path, Problems problems) {
        boolean hasSecret =
                !source.method().secrets().isEmpty() && !plan.platform().asWritten(Deviation.SOURCE_SECRET);
        String secret = "Credentials of " + source.displayName() + ".";
        int characters = secret.codePointCount(0, secret.length());
        if (hasSecret && characters > SECRET) {
            problems.add(
                    "text.length",
                    path + ".displayName",
                    "The description of its secret on AWS would have " + characters + " characters; it may have "
                            + SECRET + ".",
                    "Shorten the display name by " + (characters - SECRET) + " characters.");
        }
        for (int i = 0; i < source.tables().size(); i++) {
            judge(source.tables().get(i), path + ".tables[" + i + "]", problems);
        }
    }

    private static void judge(Table table, String path, Problems problems) {
        long bytes = Stream.concat(
                        Stream.of(table.description()),
                        table.columns().stream().flatMap(column -> column.description().stream()))
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > STATEMENT) {
            problems.add(
                    "text.length",
                    path + ".description",
                    "The descriptions of the table and its columns have " + bytes
                            + " bytes; a statement for Snowflake, where"
                            + " dbt may persist them as comments, may have " + STATEMENT + ".",
                    "Shorten them by " + (bytes - STATEMENT) + " bytes.");
        }
    }
}
