package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide's plan through Airbyte goes into the example's repositories without an emitter for pipelines. */
class ThroughAirbyteTest {

    private static final Path REPOSITORIES =
            Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories");

    @Test
    void itsFlowSchemaAndStagingAreWrittenAndTheRestIsInTheRunbook() {
        Preview preview = Workspace.of()
                .repository("terraform", REPOSITORIES.resolve("terraform"), new TerraformEmitter())
                .repository("data-pipelines", REPOSITORIES.resolve("data-pipelines"), new PrefectEmitter())
                .repository("dbt-transform", REPOSITORIES.resolve("dbt-transform"), new DbtEmitter())
                .onboard(ThroughAirbyte.plan());

        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.changes().stream().flatMap(changes -> changes.files().stream()))
                .extracting(file -> file.path())
                .containsExactly(
                        "snowflake/config/schemas.tf",
                        "flows/hubspot_airbyte.py",
                        "prefect.yaml",
                        "models/staging/airbyte/_sources.yml",
                        "models/staging/airbyte/stg_airbyte__contacts.sql",
                        "models/staging/airbyte/stg_airbyte__contacts.yml");
        assertThat(preview.runbook().toMarkdown())
                .contains("by Airbyte's API", "\"namespaceFormat\": \"HUBSPOT\"")
                .doesNotContain("dlt");
    }
}
