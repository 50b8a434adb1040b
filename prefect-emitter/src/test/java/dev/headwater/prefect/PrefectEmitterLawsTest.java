package dev.headwater.prefect;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.EmitterLaws;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrefectEmitterLawsTest {

    private static DataSourcePlan plan(Platform platform, Schedule schedule) {
        return DataSourcePlan.builder(platform)
                .loader(Loader.dlt())
                .source(
                        "crm",
                        RestApi.at("https://api.example.com/"),
                        source -> source.schedule(schedule)
                                .table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .from(RestApi.endpoint(
                                                        "contacts", e -> e.paginator(Paginator.singlePage())))
                                                .primaryKey("id")))
                .build();
    }

    static Stream<DataSourcePlan> plans() {
        return Stream.of(
                plan(Platform.runbook(), Schedule.dailyAt("07:00")),
                plan(
                        Platform.runbook().with(house -> house.flowModule("{source}_flow")),
                        Schedule.cron("*/10 8-18 * * mon-fri")
                                .in("Europe/Paris")
                                .named("office_hours")),
                plan(Platform.runbook().with(house -> house.asWritten("RB25")), Schedule.hourlyAt(5)));
    }

    static Stream<Map<String, String>> repositories() {
        return Stream.of(
                Map.of(),
                Map.of("prefect.yaml", "name: pipelines\ndeployments: []  # none yet\n"),
                Map.of("prefect.yaml", """
                        name: pipelines
                        pull:
                        - prefect.deployments.steps.git_clone:
                            repository: https://github.com/acme/pipelines.git

                        deployments:
                        # the first one
                        - name: shop-daily
                          entrypoint: flows/shop.py:daily_flow
                          schedules:
                          - cron: 0 7 * * *
                            timezone: UTC
                        """, "flows/shop.py", "from prefect import flow\n"),
                Map.of("prefect.yml", "deployments: []\n"));
    }

    static Stream<Arguments> all() {
        return plans().flatMap(plan -> repositories().map(files -> Arguments.of(plan, files)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLawsAreKept(DataSourcePlan plan, Map<String, String> files) {
        EmitterLaws.requireKept(new PrefectEmitter(), plan, files);
    }
}
