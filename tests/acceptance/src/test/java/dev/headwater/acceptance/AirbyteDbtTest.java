package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.examples.Command;
import dev.headwater.examples.LocalRun;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dbt on tables that are shaped as Airbyte makes them. */
class AirbyteDbtTest {

    private static final String FAR_FROM_UTC = "America/New_York";

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    @Test
    void dbtBuildsTestsAndFindsFreshWhatAirbyteLoaded(@TempDir Path temporary) throws IOException {
        Scenario scenario = Scenario.AIRBYTE;
        Path project = temporary.resolve("dbt-transform");
        DuckDbSql.copy(scenario, project);
        DataSourcePlan plan = scenario.plan();
        LocalRun run = new LocalRun(temporary.resolve("run"), plan.names().database());
        load(run, temporary);
        List<String> build = new ArrayList<>(List.of("--warn-error", "build", "--select"));
        for (Source source : plan.sources()) {
            source.tables().forEach(table -> build.add(plan.names().stagingModel(source, table)));
        }

        run.dbt(project, FAR_FROM_UTC, build).orFail();
        for (Source source : plan.sources()) {
            run.dbt(
                            project,
                            FAR_FROM_UTC,
                            List.of(
                                    "--warn-error",
                                    "source",
                                    "freshness",
                                    "--select",
                                    "source:" + plan.names().dbtSource(source)))
                    .orFail();
        }
        assertThat(run.rows(
                        run.target(),
                        "select email, created_at from main_staging.stg_airbyte__contacts where contact_id = 'r1'"))
                .containsExactly("r1@example.com | 2026-01-16 04:30:00");
        assertThat(run.rows(run.target(), "select distinct status from main_staging.stg_airbyte__issues"))
                .containsExactly("Done");
        Matrix.proved(scenario, Judge.DBT_BUILD, Judge.DBT_FRESHNESS);
    }

    private static void load(LocalRun run, Path temporary) throws IOException {
        Path script = temporary.resolve("airbyte_tables.py");
        try (InputStream in = AirbyteDbtTest.class.getResourceAsStream("/python/airbyte_tables.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        Command.in(
                        temporary,
                        run.pipelines().program("python"),
                        script.toString(),
                        run.raw().toString())
                .run()
                .orFail();
    }
}
