package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.examples.Command;
import dev.headwater.examples.Command.Result;
import dev.headwater.examples.Folders;
import dev.headwater.examples.LocalRun;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** dbt's own freshness of what dlt loaded: over runs that bring nothing new, and over a pipeline that has stopped. */
class FreshnessAcceptanceTest {

    private static final String DBT_1_10_ON = "";
    private static final String DBT_BEFORE_1_10 = "dbt-core==1.9.4\n";

    @TempDir
    private Path temporary;

    private LocalRun run;

    @BeforeEach
    void python() throws IOException {
        Tool.PYTHON.needed();
        Folders.copy(Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories"), house());
        run = new LocalRun(temporary.resolve("run"), "DLT");
    }

    private Path house() {
        return temporary.resolve("house");
    }

    private Path dbtTransform() {
        return house().resolve("dbt-transform");
    }

    /** A source whose only table asks for what is new. */
    private static DataSourcePlan quiet(Consumer<Source.Builder<RestApi.Endpoint>> settings) {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source("quiet", RestApi.at("https://api.example.com/"), source -> {
                    source.table("items", table -> items(table).merge("id").incremental("id"));
                    settings.accept(source);
                })
                .build();
    }

    private static Table.Builder<RestApi.Endpoint> items(Table.Builder<RestApi.Endpoint> table) {
        return table.description("One row per item.")
                .entity("item")
                .from(RestApi.endpoint(
                        "any", endpoint -> endpoint.rows("data.items").paginator(Paginator.singlePage())))
                .column("label", column -> column.type(ColumnType.STRING));
    }

    private void onboard(DataSourcePlan plan) {
        Workspace.of()
                .repository("data-pipelines", house().resolve("data-pipelines"), new DltEmitter())
                .repository("dbt-transform", dbtTransform(), new DbtEmitter())
                .onboard(plan)
                .apply();
    }

    private void load(PagedApi api) {
        run.module(
                        house().resolve("data-pipelines"),
                        "pipelines.quiet",
                        Map.of("SOURCES__QUIET__QUIET_BASE_URL", api.url("quiet")))
                .orFail();
    }

    /** As if so many hours had passed since everything that was loaded. */
    private void pass(int hours) {
        String sql = "update quiet._dlt_loads set inserted_at = inserted_at - interval %1$d hour;"
                + " update quiet.items set _dlt_load_time = _dlt_load_time - interval %1$d hour";
        String python = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute(sys.argv[2])";
        Command.in(
                        temporary,
                        run.pipelines().program("python"),
                        "-c",
                        python,
                        run.raw().toString(),
                        sql.formatted(hours))
                .run()
                .orFail();
    }

    private Result dbt(String... words) throws IOException {
        return run.dbt(dbtTransform(), "America/New_York", List.of(words));
    }

    private Result freshness() throws IOException {
        return dbt("source", "freshness", "--select", "source:dlt_quiet");
    }

    @ParameterizedTest
    @ValueSource(strings = {DBT_1_10_ON, DBT_BEFORE_1_10})
    void aQuietSourceIsFreshByItsRunsUntilThePipelineStops(String requirements) throws IOException {
        Files.writeString(dbtTransform().resolve("requirements.txt"), requirements);
        onboard(quiet(source -> source.freshness(Freshness.ofRuns())));
        try (PagedApi api = new PagedApi()) {
            load(api);
            pass(72);
            assertThat(freshness().output()).contains("ERROR STALE freshness of dlt_quiet.items");

            load(api);

            assertThat(run.rows(run.raw(), "select count(*) from quiet.items")).containsExactly("2");
            assertThat(freshness().orFail().output()).contains("PASS freshness of dlt_quiet.items");
            pass(30);
            assertThat(freshness().orFail().output()).contains("WARN freshness of dlt_quiet.items");
            pass(30);
            Result stopped = freshness();
            assertThat(stopped.output()).contains("ERROR STALE freshness of dlt_quiet.items");
            assertThat(stopped.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void byItsRowsItIsStaleThoughThePipelineRuns() throws IOException {
        onboard(quiet(source -> {}));
        try (PagedApi api = new PagedApi()) {
            load(api);
            pass(72);
            load(api);

            assertThat(freshness().output()).contains("ERROR STALE freshness of dlt_quiet.items");
        }
    }

    /** What the step of the runbook says of dbt's exit codes. */
    @Test
    void aWarningExits0AndWithWarnErrorItExits1AsACompilationError() throws IOException {
        onboard(quiet(source -> {}));
        try (PagedApi api = new PagedApi()) {
            load(api);
        }
        pass(30);

        assertThat(freshness().exitCode()).isZero();
        Result strict = dbt("--warn-error", "source", "freshness", "--select", "source:dlt_quiet");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.output()).contains("Compilation Error", "WARN freshness of dlt_quiet.items");
    }

    @Test
    void aTableMayHaveThresholdsOfItsOwnOrNone() throws IOException {
        onboard(quiet(source -> source.freshness(Freshness.within(Duration.ofMinutes(90), Duration.ofHours(100)))
                .table("never", table -> items(table).freshness(Freshness.none()))
                .table(
                        "later",
                        table -> items(table).freshness(Freshness.within(Duration.ofDays(90), Duration.ofDays(91))))));
        try (PagedApi api = new PagedApi()) {
            load(api);
        }
        pass(30);

        assertThat(freshness().orFail().output())
                .contains("WARN freshness of dlt_quiet.items", "PASS freshness of dlt_quiet.later")
                .doesNotContain("freshness of dlt_quiet.never");
        bothParsersTakeIt();
    }

    @Test
    void aSourceMayHaveNoneAndATableOfItSome() throws IOException {
        onboard(quiet(source -> source.freshness(Freshness.none())
                .table(
                        "later",
                        table -> items(table).freshness(Freshness.within(Duration.ofDays(90), Duration.ofDays(91))))));
        try (PagedApi api = new PagedApi()) {
            load(api);
        }

        assertThat(freshness().orFail().output())
                .contains("PASS freshness of dlt_quiet.later")
                .doesNotContain("freshness of dlt_quiet.items");
        bothParsersTakeIt();
    }

    @Test
    void beforeDbt1_10TheyStandOnTheTableItself() throws IOException {
        Files.writeString(dbtTransform().resolve("requirements.txt"), DBT_BEFORE_1_10);
        onboard(quiet(source -> source.table("never", table -> items(table).freshness(Freshness.none()))));
        try (PagedApi api = new PagedApi()) {
            load(api);
        }

        assertThat(freshness().orFail().output())
                .contains("PASS freshness of dlt_quiet.items")
                .doesNotContain("freshness of dlt_quiet.never");
    }

    @Test
    void theLintersFindNothingInIt() throws IOException {
        onboard(quiet(source -> source.freshness(Freshness.ofRuns())
                .table("never", table -> items(table).freshness(Freshness.none()))));
        Path pipelines = house().resolve("data-pipelines");
        PythonEnvironment python = run.pipelines();
        Command.in(pipelines, python.program("ruff"), "check", "--no-cache", ".")
                .run()
                .orFail();
        Command.in(pipelines, python.program("ruff"), "format", "--no-cache", "--check", ".")
                .run()
                .orFail();
        Command.in(pipelines, python.program("mypy"), "--strict", "sources", "pipelines")
                .with(Map.of(
                        "MYPY_CACHE_DIR",
                        Path.of("target", "mypy").toAbsolutePath().toString()))
                .run()
                .orFail();
        String yamllint = run.dbtEnvironment().program("yamllint");
        Command.in(dbtTransform(), yamllint, "--strict", "-d", "default", "models/staging/dlt/_sources.yml")
                .run()
                .orFail();
    }

    private void bothParsersTakeIt() throws IOException {
        dbt("--warn-error", "parse", "--target", "snowflake", "--no-partial-parse", "--show-all-deprecations")
                .orFail();
        List<String> second = new ArrayList<>(List.of(
                run.dbtEnvironment().program("dbt-core-experimental-parser"),
                "parse",
                "--target",
                "snowflake",
                "--target-path",
                temporary.resolve("dbt2").toString()));
        Command.in(dbtTransform(), second.toArray(new String[0]))
                .with(Map.of(
                        "DBT_PROFILES_DIR",
                        dbtTransform().toString(),
                        "DO_NOT_TRACK",
                        "1",
                        "DBT_LOG_PATH",
                        temporary.resolve("dbt2-log").toString()))
                .run()
                .orFail();
    }
}
