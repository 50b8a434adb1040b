package dev.headwater.acceptance;

import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.examples.Command;
import dev.headwater.examples.Folders;
import dev.headwater.examples.LocalRun;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.TableSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hard to lay out: long names, fields inside nested values, words that somebody reserves, long texts. */
class DbtLayoutAcceptanceTest {

    private static final String LONG = "hs_analytics_last_visit_source_of_the_contact_in_question";

    /** A tool that lands every record in one column. */
    record Drop() implements IngestionMethod<Drop.Anything> {

        record Anything() implements TableSettings {}

        @Override
        public String tool() {
            return "files";
        }

        @Override
        public Class<Anything> tableSettings() {
            return Anything.class;
        }
    }

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    private static DataSourcePlan plan() {
        LoadedAt query = LoadedAt.query(
                "select max(loaded_at) from {{ this.database }}.{{ this.schema }}.loads where status = 'complete'");
        return DataSourcePlan.builder()
                .loader(Loader.named("files", loader -> loader.loadedAt(query)))
                .source("customer_relations_of_the_whole_group", new Drop(), source -> {
                    everyType(source, "nested", "payload.");
                    everyType(source, "flat", "");
                    source.table(
                            "one_long_column",
                            table -> text(table)
                                    .column(LONG, c -> c.from(LONG + "_raw").type(ColumnType.STRING)));
                    source.table(
                            "one_long_time",
                            table -> text(table)
                                    .column(LONG, c -> c.from(LONG + "_raw").type(ColumnType.TIMESTAMP_TZ)));
                    source.table(
                            "one_short_time", table -> text(table).column("at", c -> c.type(ColumnType.TIMESTAMP_TZ)));
                    source.table(
                            "a_table_with_a_name_that_goes_on_and_on_until_the_line_is_full",
                            table -> text(table)
                                    .entity(LONG)
                                    .primaryKey("id")
                                    .description("word ".repeat(60) + "\n\n\n\nmore: # {{ braces }}"));
                    source.table(
                            "keyed", table -> text(table).primaryKey(LONG + "_first", LONG + "_second", "payload.id"));
                })
                .build();
    }

    private static Table.Builder<Drop.Anything> text(Table.Builder<Drop.Anything> table) {
        return table.description("One row per thing.").from(new Drop.Anything());
    }

    private static void everyType(Source.Builder<Drop.Anything> source, String name, String in) {
        source.table(name, table -> {
            text(table).primaryKey(in + "id");
            for (ColumnType type : ColumnType.values()) {
                String column = type.name().toLowerCase(java.util.Locale.ROOT) + "_value";
                table.column(column, c -> c.from(in + "a." + column).type(type));
                table.column(
                        column + "_" + LONG,
                        c -> c.from(in + column + "." + LONG).type(type));
            }
            for (String word : List.of("order", "true", "column", "case", "from", "date")) {
                table.column(word + "_word", c -> c.from(in + word).type(ColumnType.STRING));
            }
            table.column("email", c -> c.from(in + "properties.email_" + LONG).type(ColumnType.STRING));
            table.column("filled", c -> c.from(in + LONG + "_" + LONG).type(ColumnType.STRING));
        });
    }

    private static List<String> emitted(Path repository, String policy, String ending) throws IOException {
        Folders.copy(
                Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories", "dbt-transform"),
                repository);
        Files.writeString(repository.resolve(".sqlfluff"), """
                [sqlfluff]
                dialect = snowflake

                [sqlfluff:rules:capitalisation.keywords]
                capitalisation_policy = %s
                """.formatted(policy));
        var preview = Workspace.of()
                .repository("dbt-transform", repository, new DbtEmitter())
                .onboard(plan());
        preview.apply();
        return preview.changes("dbt-transform").files().stream()
                .map(file -> file.path())
                .filter(path -> path.endsWith(ending))
                .toList();
    }

    private static Command command(Path repository, List<String> words, List<String> files) {
        return Command.in(
                repository,
                java.util.stream.Stream.concat(words.stream(), files.stream()).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "upper"})
    void sqlfluffFindsNothing(String policy, @TempDir Path repository) throws IOException {
        List<String> files = emitted(repository, policy, ".sql");
        String sqlfluff = PythonEnvironment.of("dbt").program("sqlfluff");
        command(repository, List.of(sqlfluff, "lint", "--templater", "jinja"), files)
                .run()
                .orFail();
    }

    @ParameterizedTest
    @ValueSource(strings = "lower")
    void yamllintFindsNothing(String policy, @TempDir Path repository) throws IOException {
        List<String> files = emitted(repository, policy, ".yml");
        String yamllint = PythonEnvironment.of("dbt").program("yamllint");
        command(repository, List.of(yamllint, "--strict", "-d", "default"), files)
                .run()
                .orFail();
    }

    @ParameterizedTest
    @ValueSource(strings = "lower")
    void bothParsersOfDbtReadItWithoutAWarning(String policy, @TempDir Path repository, @TempDir Path work)
            throws IOException {
        emitted(repository, policy, ".yml");
        LocalRun run = new LocalRun(work, "FILES");
        run.dbt(repository, "UTC", List.of("--warn-error", "parse", "--target", "snowflake", "--no-partial-parse"))
                .orFail();
        Command.in(
                        repository,
                        run.dbtEnvironment().program("dbt-core-experimental-parser"),
                        "parse",
                        "--target",
                        "snowflake")
                .with(Map.of("DBT_PROFILES_DIR", repository.toString(), "DO_NOT_TRACK", "1"))
                .run()
                .orFail();
    }
}
