package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Schedule;
import dev.headwater.problem.Problem;
import dev.headwater.terraform.TerraformEmitter;
import dev.headwater.testkit.Emitted;
import dev.headwater.testkit.EmitterLaws;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyEmitterTest {

    private static final Map<String, String> FILES = Map.of(
            "connections.yaml", "connections:\n  - name: crm-replica\n",
            "copies.yaml", "copies:\n- name: shop.orders # by hand\n");

    private static DataSourcePlan.Builder plan(String connection) {
        return DataSourcePlan.builder()
                .loader(NightlyCopy.loader().asNew())
                .source(
                        "crm",
                        new DatabaseCopy(connection),
                        source -> source.schedule(Schedule.dailyAt("02:00"))
                                .table(
                                        "accounts",
                                        table -> table.description("One row per account.")
                                                .entity("account")
                                                .from(new DatabaseCopy.From("public", "Accounts"))
                                                .replace()
                                                .primaryKey("id")));
    }

    @Test
    void theLawsAreKept() {
        EmitterLaws.requireKept(new CopyEmitter(), plan("crm-replica").build(), FILES);
    }

    @Test
    void aTableIsAnEntryOfItsOwn() {
        Emitted emitted = Emitted.by(new CopyEmitter(), plan("crm-replica").build());
        assertThat(emitted.text("copies.yaml: copies[name=crm.accounts]")).isEqualTo("""
                name: crm.accounts
                connection: crm-replica
                from:
                  schema: public
                  table: Accounts
                into:
                  database: COPIES
                  table: CRM.accounts
                """);
        assertThat(emitted.codes()).isEmpty();
        assertThat(emitted.step("copies.first.crm").body()).isEqualTo("nightly-copy run --only crm\n");
    }

    @Test
    void anotherScheduleIsAFindingThatNamesItsSetting() {
        DataSourcePlan.Builder hourly = plan("crm-replica")
                .changeSource("crm", DatabaseCopy.class, source -> source.schedule(Schedule.hourlyAt(5)));
        assertThat(Emitted.by(new CopyEmitter(), hourly.build()).said("copy.nightly"))
                .startsWith("ACT The job copies at 02:00 UTC")
                .endsWith("[source.schedule(Schedule.dailyAt(\"02:00\"))]");
    }

    @Test
    void theMethodsRulesAreJudgedWithTheRest() {
        assertThat(plan("CRM").problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("is not the name of a connection"));
        DataSourcePlan.Builder merged = plan("crm-replica")
                .changeSource(
                        "crm",
                        DatabaseCopy.class,
                        source -> source.table(
                                "notes",
                                table -> table.description("One row per note.")
                                        .from(new DatabaseCopy.From("public", "notes"))
                                        .merge("id")));
        assertThat(merged.problems()).extracting(Problem::code).containsExactly("copy.whole-table");
    }

    @Test
    void methodLoaderAndEmitterStandWhereHeadwatersOwnStand() {
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .repository(Repository.inMemory("nightly-copy", Map.of()), new CopyEmitter())
                .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter())
                .onboard(plan("crm-replica").build());
        assertThat(preview.changes("terraform").diff()).contains("COPIES", "SVC_NIGHTLY_COPY");
        assertThat(preview.changes("dbt-transform").diff()).contains("loaded_at_field: _copied_at");
        assertThat(preview.runbook().toMarkdown()).contains("nightly-copy run --only crm");
        assertThat(preview.conflicts())
                .extracting(Conflict::toString)
                .containsExactly("nightly-copy/connections.yaml: connections[name=crm-replica] is not there. Ask the"
                        + " team of the database for a read-only account and add the connection. [require.missing]");
    }
}
