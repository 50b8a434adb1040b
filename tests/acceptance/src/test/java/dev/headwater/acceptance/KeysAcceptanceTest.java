package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.examples.Command;
import dev.headwater.examples.Command.Result;
import dev.headwater.examples.Folders;
import dev.headwater.examples.LocalRun;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dbt's tests of keys on what two runs of dlt loaded. */
class KeysAcceptanceTest {

    @TempDir
    private Path temporary;

    private LocalRun run;

    @BeforeEach
    void python() throws IOException {
        Tool.PYTHON.needed();
        Folders.copy(Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories"), temporary);
        run = new LocalRun(temporary.resolve("run"), "DLT");
    }

    private Path dbtTransform() {
        return temporary.resolve("dbt-transform");
    }

    private void onboardAndLoadTwice() throws IOException {
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "keys",
                        RestApi.at("https://api.example.com/"),
                        source -> source.table("lines", table -> items(table).merge("id", "label"))
                                .table("events", table -> items(table).append().primaryKey("id")))
                .build();
        Workspace.of()
                .repository("data-pipelines", temporary.resolve("data-pipelines"), new DltEmitter())
                .repository("dbt-transform", dbtTransform(), new DbtEmitter())
                .onboard(plan)
                .apply();
        try (PagedApi api = new PagedApi()) {
            Map<String, String> own = Map.of("SOURCES__KEYS__KEYS_BASE_URL", api.url("keys"));
            run.module(temporary.resolve("data-pipelines"), "pipelines.keys", own)
                    .orFail();
            run.module(temporary.resolve("data-pipelines"), "pipelines.keys", own)
                    .orFail();
        }
        assertThat(run.rows(run.raw(), "select count(*), count(distinct id) from keys.events"))
                .containsExactly("4 | 2");
    }

    private static Table.Builder<RestApi.Endpoint> items(Table.Builder<RestApi.Endpoint> table) {
        return table.description("One row per item.")
                .entity("item")
                .from(RestApi.endpoint(
                        "any", endpoint -> endpoint.rows("data.items").paginator(Paginator.singlePage())))
                .column("label", column -> column.type(ColumnType.STRING));
    }

    private Result build() throws IOException {
        return run.dbt(
                dbtTransform(),
                "UTC",
                List.of("--warn-error", "build", "--select", "stg_dlt__lines", "stg_dlt__events"));
    }

    private void repeatEachLine() {
        String python = "import duckdb, sys;"
                + " duckdb.connect(sys.argv[1]).execute('insert into keys.lines from keys.lines')";
        Command.in(
                        temporary,
                        run.pipelines().program("python"),
                        "-c",
                        python,
                        run.raw().toString())
                .run()
                .orFail();
    }

    /** A stand-in for the package, which comes from the net: the one test that is used of it. */
    private void installDbtUtils() throws IOException {
        Path utils = Files.createDirectories(dbtTransform().resolve("vendor/dbt_utils/macros"));
        Files.writeString(
                utils.resolveSibling("dbt_project.yml"), "name: dbt_utils\nversion: \"1.3.0\"\nconfig-version: 2\n");
        Files.writeString(utils.resolve("unique_combination_of_columns.sql"), """
                {% test unique_combination_of_columns(model, combination_of_columns) %}
                select {{ combination_of_columns | join(', ') }}
                from {{ model }}
                group by {{ combination_of_columns | join(', ') }}
                having count(*) > 1
                {% endtest %}
                """);
        Files.writeString(dbtTransform().resolve("packages.yml"), "packages:\n  - local: vendor/dbt_utils\n");
        run.dbt(dbtTransform(), "UTC", List.of("deps")).orFail();
    }

    @Test
    void theyHoldAfterTheSecondRunAndFindARowThatIsThereTwice() throws IOException {
        onboardAndLoadTwice();

        build().orFail();
        repeatEachLine();
        assertThat(build().output()).contains("unique_stg_dlt__lines_id_label");
    }

    @Test
    void soDoThoseOfThePackageWhereTheProjectHasIt() throws IOException {
        installDbtUtils();
        onboardAndLoadTwice();

        build().orFail();
        repeatEachLine();
        Result twice = build();
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.output()).contains("dbt_utils_unique_combination_of_columns_stg_dlt__lines");
    }
}
