package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTimeTest {

    private static final DataSourcePlan SILENT = Crm.loadedAt(LoadedAt.unknown());

    private static String others(String loadTime) {
        return "sources:\n  - name: dlt_shop\n    config:\n      " + loadTime + "\n";
    }

    @Test
    void anExpressionIsALoadedAtField() {
        LoadedAt way = LoadedAt.expression("to_timestamp(cast(split_part(_dlt_load_id, '.', 1) as bigint))");
        assertThat(Emitted.by(new DbtEmitter(), Crm.loadedAt(way)).text(Crm.SOURCE))
                .contains("""
                config:
                  loaded_at_field: >-
                    to_timestamp(cast(split_part(_dlt_load_id, '.', 1) as bigint))
                  freshness:
                """);
    }

    @Test
    void aQueryIsALoadedAtQueryWhoseJinjaStaysCode() {
        LoadedAt way = LoadedAt.query(
                "select max(inserted_at) from {{ this.database }}.{{ this.schema }}._dlt_loads where status = 0");
        assertThat(Emitted.by(new DbtEmitter(), Crm.loadedAt(way)).text(Crm.SOURCE))
                .contains("""
                config:
                  loaded_at_query: >-
                    select max(inserted_at) from {{ this.database }}.{{ this.schema
                    }}._dlt_loads where status = 0
                  freshness:
                """);
    }

    @Test
    void withoutALoadTimeThereIsNoFreshnessAndAFinding() {
        Emitted emitted = Emitted.by(new DbtEmitter(), SILENT);
        assertThat(emitted.text(Crm.SOURCE)).doesNotContain("config:");
        assertThat(emitted.codes()).contains("dbt.freshness").doesNotContain("RB14", "RB31");
        assertThat(emitted.steps()).extracting(Step::id).doesNotContain("dbt.check-freshness.dlt.crm");
    }

    @Test
    void asWrittenTheRunbooksColumnIsNamedWhateverTheLoaderSays() {
        DataSourcePlan plan = DataSourcePlan.builder(Platform.runbook().with(p -> p.asWritten("RB13")))
                .loader(Loader.named("dlt", loader -> loader.loadedAt(LoadedAt.stampedInto("_loaded_at"))))
                .source(Crm.plan().sources().get(0))
                .build();
        Emitted emitted =
                Emitted.by(new DbtEmitter(), plan, Map.of("models/shop.yml", others("loaded_at_field: _loaded_at")));
        assertThat(emitted.text(Crm.SOURCE)).contains("loaded_at_field: _dlt_load_time\n");
        assertThat(emitted.codes()).doesNotContain("RB13");
    }

    @Test
    void anotherLoadTimeOfTheLoadersOtherSourcesIsAFindingThatSaysWhatToWrite() {
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(),
                                Map.of("models/shop.yml", others("loaded_at_field: _loaded_at")))
                        .said("RB13"))
                .isEqualTo("ACT models/shop.yml, line 2: dlt_shop takes _loaded_at for the load time, this plan"
                        + " _dlt_load_time: if they should agree, give the loader theirs."
                        + " [loader.loadedAt(LoadedAt.stampedInto(\"_loaded_at\"))]");
    }

    @Test
    void aQueryOfTheOthersIsOfferedAsAQuery() {
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(),
                                Map.of("models/shop.yml", others("loaded_at_query: select \"a\"")))
                        .said("RB13"))
                .contains("loadedAt(LoadedAt.query(\"select \\\"a\\\"\"))");
    }

    @Test
    void asWrittenTheThresholdsAreInFlowStyleWithoutAFinding() {
        Emitted emitted = Emitted.by(new DbtEmitter(), Crm.asWritten("RB15"));
        assertThat(emitted.text(Crm.SOURCE)).contains("""
                  freshness:
                    warn_after: { count: 24, period: hour }
                    error_after: { count: 48, period: hour }
                """);
        assertThat(emitted.codes()).doesNotContain("RB15");
    }

    @Test
    void asWrittenTheHoursAreTheRunbooksWhateverTheScheduleIs() {
        Platform asWritten = Platform.runbook().with(platform -> platform.asWritten("RB31"));
        Schedule weekly = Schedule.weeklyOn(DayOfWeek.SUNDAY, "03:00");
        Emitted emitted = Emitted.by(new DbtEmitter(), Crm.plan(asWritten, weekly, table -> table.primaryKey("id")));
        assertThat(emitted.text(Crm.SOURCE)).contains("""
                    warn_after:
                      count: 24
                      period: hour
                """);
        assertThat(emitted.codes()).doesNotContain("RB31");
    }
}
