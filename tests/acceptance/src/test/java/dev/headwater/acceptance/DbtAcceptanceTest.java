package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.change.FileChange;
import dev.headwater.examples.Command;
import dev.headwater.examples.CrmApi;
import dev.headwater.examples.LocalRun;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.plan.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** dbt, sqlfluff and yamllint on what is emitted, and on what the emitted pipelines loaded. */
class DbtAcceptanceTest {

    /** A session zone in which a bare cast would be wrong by hours. */
    private static final String FAR_FROM_UTC = "America/New_York";

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LAYOUT_A", "LAYOUT_A_NEW_LOADER", "AS_WRITTEN"})
    void sqlfluffAndYamllintFindNothing(Scenario scenario) throws IOException {
        PythonEnvironment environment = PythonEnvironment.of("dbt");
        List<String> sql = new ArrayList<>(
                List.of(environment.program("sqlfluff"), "lint", "--dialect", "snowflake", "--templater", "jinja"));
        List<String> yaml = new ArrayList<>(List.of(environment.program("yamllint"), "--strict", "-d", "default"));
        for (FileChange file : scenario.applied().changes("dbt-transform").files()) {
            (file.path().endsWith(".sql") ? sql : yaml).add(file.path());
        }
        Command.in(scenario.dbtTransform(), sql.toArray(new String[0])).run().orFail();
        Command.in(scenario.dbtTransform(), yaml.toArray(new String[0])).run().orFail();
        Matrix.proved(scenario, Judge.SQLFLUFF, Judge.YAMLLINT);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN")
    void yamllintFindsNothingInANewPrefectFile(Scenario scenario) throws IOException {
        scenario.applied();
        Command.in(
                        scenario.dataPipelines(),
                        PythonEnvironment.of("dbt").program("yamllint"),
                        "--strict",
                        "-d",
                        "default",
                        "prefect.yaml")
                .run()
                .orFail();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LAYOUT_A", "LAYOUT_A_NEW_LOADER", "AS_WRITTEN"})
    void bothParsersOfDbtReadTheProjectWithoutAWarning(Scenario scenario, @TempDir Path temporary) throws IOException {
        scenario.applied();
        LocalRun run = new LocalRun(temporary, database(scenario));
        run.dbt(
                        scenario.dbtTransform(),
                        "UTC",
                        List.of(
                                "--warn-error",
                                "parse",
                                "--target",
                                "snowflake",
                                "--no-partial-parse",
                                "--show-all-deprecations"))
                .orFail();
        Command.in(
                        scenario.dbtTransform(),
                        run.dbtEnvironment().program("dbt-core-experimental-parser"),
                        "parse",
                        "--target",
                        "snowflake",
                        "--target-path",
                        temporary.resolve("dbt2").toString())
                .with(Map.of(
                        "DBT_PROFILES_DIR",
                        scenario.dbtTransform().toString(),
                        "DO_NOT_TRACK",
                        "1",
                        "DBT_LOG_PATH",
                        temporary.resolve("dbt2-log").toString()))
                .run()
                .orFail();
        Matrix.proved(scenario, Judge.DBT_PARSE, Judge.DBT_2_PARSE);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUICKSTART", "NEW_LOADER", "PLAIN"})
    void dbtBuildsTestsAndFindsFreshWhatWasLoaded(Scenario scenario, @TempDir Path temporary) throws IOException {
        scenario.applied();
        LocalRun run = new LocalRun(temporary, database(scenario));
        load(scenario, run);
        List<String> build = new ArrayList<>(List.of("--warn-error", "build", "--select"));
        for (Source source : scenario.plan().sources()) {
            source.tables().forEach(table -> build.add(scenario.plan().names().stagingModel(source, table)));
        }
        run.dbt(scenario.dbtTransform(), FAR_FROM_UTC, build).orFail();
        for (Source source : scenario.plan().sources()) {
            run.dbt(
                            scenario.dbtTransform(),
                            FAR_FROM_UTC,
                            List.of(
                                    "--warn-error",
                                    "source",
                                    "freshness",
                                    "--select",
                                    "source:" + scenario.plan().names().dbtSource(source)))
                    .orFail();
        }
        Matrix.proved(scenario, Judge.DBT_BUILD, Judge.DBT_FRESHNESS);
        if (scenario == Scenario.QUICKSTART) {
            assertThat(run.rows(
                            run.target(),
                            "select email, created_at from main_staging.stg_dlt__contacts where contact_id = 'c1'"))
                    .containsExactly("person1@example.com | 2026-01-16 04:30:00");
        }
        if (scenario == Scenario.NEW_LOADER) {
            assertThat(run.rows(
                            run.target(),
                            "select sort_order, ordered_at, due, date_of_the_very_first_delivery"
                                    + " from main_staging.stg_crm_loads__order_lines where position__line_no = 1"))
                    .containsExactly("1 | 2026-01-05 10:00:00 | 2026-02-01 | 2026-02-28 16:00:00");
        }
    }

    /** Where a tool grumbles, it is what the deviations RB14 and RB15 are about. */
    @Test
    void theRunbooksOwnTextIsTakenAsWell(@TempDir Path temporary) throws IOException {
        Scenario scenario = Scenario.AS_WRITTEN;
        scenario.applied();
        PythonEnvironment environment = PythonEnvironment.of("dbt");
        String sources = "models/staging/dlt/_sources.yml";
        assertThat(Command.in(scenario.dbtTransform(), environment.program("yamllint"), "-d", "default", sources)
                        .run()
                        .output()
                        .lines()
                        .filter(line -> line.contains("error")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains("(braces)"));
        LocalRun run = new LocalRun(temporary, database(scenario));
        List<String> parse = List.of("parse", "--target", "snowflake", "--no-partial-parse", "--show-all-deprecations");
        assertThat(run.dbt(scenario.dbtTransform(), "UTC", parse)
                        .orFail()
                        .output()
                        .lines()
                        .filter(line -> line.endsWith("occurrences")))
                .containsExactly("- PropertyMovedToConfigDeprecation: 2 occurrences");
        load(scenario, run);
        run.dbt(
                        scenario.dbtTransform(),
                        FAR_FROM_UTC,
                        List.of("--warn-error", "build", "--select", "stg_dlt__contacts"))
                .orFail();
    }

    private static void load(Scenario scenario, LocalRun run) throws IOException {
        try (CrmApi crm = new CrmApi();
                PagedApi paged = new PagedApi()) {
            Map<String, String> own = scenario.plan().sources().get(0).name().equals("hubspot")
                    ? Map.of(
                            "SOURCES__HUBSPOT__HUBSPOT_BASE_URL",
                            crm.baseUrl(),
                            "SOURCES__HUBSPOT__ACCESS_TOKEN",
                            CrmApi.TOKEN)
                    : PythonAcceptanceTest.variables(scenario, paged);
            for (Source source : scenario.plan().sources()) {
                run.module(scenario.dataPipelines(), "pipelines." + source.name(), own)
                        .orFail();
            }
        }
    }

    private static String database(Scenario scenario) {
        return scenario.plan().names().database();
    }
}
