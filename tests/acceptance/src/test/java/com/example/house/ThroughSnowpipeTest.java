package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide's plans of files go into the example's repositories. */
class ThroughSnowpipeTest {

    private static final Path REPOSITORIES =
            Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories");

    private static Preview preview(DataSourcePlan plan) {
        return Workspace.of()
                .repository("terraform", REPOSITORIES.resolve("terraform"), new TerraformEmitter())
                .repository(
                        "data-pipelines",
                        REPOSITORIES.resolve("data-pipelines"),
                        new DltEmitter(),
                        new PrefectEmitter())
                .repository("dbt-transform", REPOSITORIES.resolve("dbt-transform"), new DbtEmitter())
                .onboard(plan);
    }

    @Test
    void filesOfAPartnerNeedPipesAndStagingAlone() {
        Preview preview = preview(ThroughSnowpipe.files());

        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.changes().stream().flatMap(changes -> changes.files().stream()))
                .extracting(file -> file.path())
                .containsExactly(
                        "snowflake/config/outputs.tf",
                        "snowflake/config/schemas.tf",
                        "snowflake/config/snowpipe.tf",
                        "models/staging/snowpipe/_sources.yml",
                        "models/staging/snowpipe/stg_snowpipe__fees.sql",
                        "models/staging/snowpipe/stg_snowpipe__fees.yml",
                        "models/staging/snowpipe/stg_snowpipe__payouts.sql",
                        "models/staging/snowpipe/stg_snowpipe__payouts.yml");
    }

    @Test
    void filesOfOurOwnNeedAPipelineToo() {
        Preview preview = preview(ThroughSnowpipe.uploaded());

        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.changes().stream().flatMap(changes -> changes.files().stream()))
                .extracting(file -> file.path())
                .contains(
                        "aws/config/snowpipe_notifications.tf",
                        "snowflake/config/snowpipe.tf",
                        "flows/ecb_rates.py",
                        "pipelines/ecb_rates.py",
                        "models/staging/snowpipe/stg_snowpipe__rates.sql");
    }
}
