package dev.headwater.dbt;

import dev.headwater.method.RestApi;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import dev.headwater.platform.Platform.StagingNaming;
import dev.headwater.testkit.EmitterLaws;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DbtEmitterLawsTest {

    static Stream<DataSourcePlan> plans() {
        return Stream.of(
                Crm.plan(),
                Crm.plan(DbtEmitterLawsTest::deals),
                Crm.plan(
                        Platform.runbook().with(house -> house.stagingNaming(StagingNaming.BY_SOURCE)),
                        Schedule.hourlyAt(5),
                        DbtEmitterLawsTest::deals),
                Crm.asWritten("RB14", "RB15", "RB16"),
                Crm.loadedAt(LoadedAt.unknown()));
    }

    private static void deals(Table.Builder<RestApi.Endpoint> table) {
        table.primaryKey("deal.id", "line")
                .column(
                        "amount",
                        column -> column.from("order.amount")
                                .type(ColumnType.NUMBER)
                                .kind(Kind.MEASURE)
                                .description("Amount."));
    }

    static Stream<Map<String, String>> repositories() {
        return Stream.of(
                Map.of(),
                Map.of(
                        "dbt_project.yml",
                        "name: analytics\nmodels:\n  analytics:\n    staging:\n      airbyte:\n        +tags: [a]\n",
                        ".sqlfluff",
                        "[sqlfluff:rules:capitalisation.keywords]\ncapitalisation_policy = upper\n",
                        "requirements.txt",
                        "dbt-core==1.9.1\n"),
                Map.of("README.md", "", "transform/dbt_project.yml", "name: analytics\n"),
                Map.of("models/crm.yml", """
                        sources:
                          - name: dlt_crm
                            database: DLT
                            schema: CRM
                            config:
                              enabled: false
                              freshness:
                                warn_after: {count: 72, period: hour}
                        """),
                Map.of("models/staging/dlt/crm.yml", """
                        version: 2
                        sources:
                          - name: dlt_crm
                            database: DLT
                            schema: CRM
                            tables:
                              - name: deals
                        """),
                Map.of("models/staging/dlt/_sources.yml", """
                        sources:
                        - name: dlt_shop   # the shop
                          loaded_at_field: _loaded_at
                          tables:
                          - name: orders
                        """));
    }

    static Stream<Arguments> all() {
        return plans().flatMap(plan -> repositories().map(files -> Arguments.of(plan, files)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLawsAreKept(DataSourcePlan plan, Map<String, String> files) {
        EmitterLaws.requireKept(new DbtEmitter(), plan, files);
    }
}
