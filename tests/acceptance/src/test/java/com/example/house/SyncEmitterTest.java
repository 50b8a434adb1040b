package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.terraform.TerraformEmitter;
import dev.headwater.testkit.EmitterLaws;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncEmitterTest {

    private static final Map<String, String> FILES = Map.of(
            "scheduler/main.tf", "module \"scheduler\" {\n  source = \"./jobs\"\n  jobs   = [\"billing\"]\n}\n",
            "paused.yaml", "paused:\n  - job: crm_nightly # until the CRM has moved\n");

    private static DataSourcePlan plan() {
        return DataSourcePlan.builder()
                .loader(Loader.named("hosted_sync", loader -> {}).asNew())
                .source(
                        "crm",
                        new HostedSync("crm_nightly"),
                        source -> source.table(
                                "accounts",
                                table -> table.description("One row per account.")
                                        .merge("id")))
                .build();
    }

    private static Repository scheduler() {
        return Repository.inMemory(
                "scheduler",
                FILES.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theLawsAreKept() {
        EmitterLaws.requireKept(new SyncEmitter(), plan(), FILES);
    }

    @Test
    void theJobIsStartedAndWhatTheServiceMakesIsTakenBack() {
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .repository(scheduler(), new SyncEmitter())
                .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter())
                .onboard(plan());

        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.changes("scheduler").diff()).contains("+  jobs   = [\"billing\", \"crm_nightly\"]");
        assertThat(preview.findings())
                .extracting(Finding::code)
                .contains("sync.paused")
                .doesNotContain("method.unhandled");
        assertThat(preview.runbook().steps())
                .extracting(Step::title)
                .containsSubsequence(
                        "Make the connection",
                        "Merge the scheduler's pull request",
                        "Start `crm_nightly` once and see that it completes",
                        "Run and test the staging models of crm");
        assertThat(preview.runbook().toMarkdown()).contains("DROP SCHEMA IF EXISTS HOSTED_SYNC.CRM_UNPACKED CASCADE;");
    }
}
