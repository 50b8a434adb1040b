package dev.headwater.prefect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.plan.Schedule;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrefectEmitterTest {

    static DataSourcePlan plan(Platform platform, Loader loader, Schedule schedule) {
        return DataSourcePlan.builder(platform)
                .loader(loader)
                .source(
                        "order_desk",
                        RestApi.at("https://api.example.com/"),
                        source -> source.displayName("Desk {1}")
                                .schedule(schedule)
                                .table(
                                        "orders",
                                        table -> table.description("One row per order.")
                                                .from(RestApi.endpoint(
                                                        "orders", e -> e.paginator(Paginator.singlePage())))
                                                .primaryKey("id")))
                .build();
    }

    static DataSourcePlan plan(Schedule schedule) {
        return plan(Platform.runbook(), Loader.dlt(), schedule);
    }

    private static Emitted emitted(DataSourcePlan plan) {
        return emitted(plan, Map.of());
    }

    private static Emitted emitted(DataSourcePlan plan, Map<String, String> files) {
        return Emitted.by(new PrefectEmitter(), plan, files);
    }

    @Test
    void theDeploymentIsTheRunbooks() {
        assertThat(emitted(plan(Schedule.dailyAt("07:00"))).text("prefect.yaml: deployments[name=order-desk-daily]"))
                .isEqualTo("""
                        name: order-desk-daily
                        entrypoint: flows/order_desk.py:daily_flow
                        description: "Daily order_desk load"
                        work_pool:
                          name: production
                        schedules:
                          - cron: "0 7 * * *"
                            timezone: "UTC"
                            active: true
                        tags:
                          - dlt
                          - order-desk
                          - daily
                        """);
    }

    @Test
    void anOddScheduleHasItsOwnWordAndZone() {
        Schedule schedule =
                Schedule.cron("*/10 8-18 * * mon-fri").in("Europe/Paris").named("office_hours");
        Emitted emitted = emitted(plan(schedule));
        assertThat(emitted.text("prefect.yaml: deployments[name=order-desk-office-hours]"))
                .contains("cron: \"*/10 8-18 * * mon-fri\"", "timezone: \"Europe/Paris\"", "- office-hours");
        assertThat(emitted.text("flows/order_desk.py"))
                .contains(
                        "@flow(name=\"order-desk-office-hours\", log_prints=True)", "def office_hours_flow() -> dict");
    }

    @Test
    void bracesOfADisplayNameAreNotReadAsAnExpression() {
        assertThat(emitted(plan(Schedule.dailyAt("07:00"))).text("flows/order_desk.py"))
                .contains("print(f\"Desk {{1}} loaded: {load_info}\")");
    }

    @Test
    void anotherDeploymentInTheSameMinuteIsAFindingAndOnesOwnIsNot() {
        String others = """
                deployments:
                  - name: products-daily
                    schedules:
                      - cron: 0 7 * * *
                        timezone: UTC
                  - name: order-desk-daily
                    schedules:
                      - cron: 0 7 * * *
                """;
        Emitted emitted = emitted(plan(Schedule.dailyAt("07:00")), Map.of("prefect.yaml", others));
        assertThat(emitted.findings())
                .filteredOn(finding -> finding.code().equals("RB32"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("order-desk-daily, products-daily start"));
        assertThat(emitted(plan(Schedule.dailyAt("07:10")), Map.of("prefect.yaml", others))
                        .codes())
                .doesNotContain("RB32");
    }

    @Test
    void aKeyThatSomebodyWroteTwiceIsAFindingAndTheLastOneCountsAsForPrefect() {
        String others = """
                deployments:
                  - name: products-daily
                    schedules:
                      - cron: 0 6 * * *
                        cron: 0 7 * * *
                    name: products
                """;
        Emitted emitted = emitted(plan(Schedule.dailyAt("07:00")), Map.of("prefect.yaml", others));
        assertThat(emitted.findings())
                .filteredOn(finding -> finding.code().equals("prefect.key-twice"))
                .extracting(Finding::message)
                .containsExactly(
                        "prefect.yaml, line 5: the key \"cron\" is written twice in one mapping, and Prefect takes the"
                                + " last without a word: remove one.",
                        "prefect.yaml, line 6: the key \"name\" is written twice in one mapping, and Prefect takes the"
                                + " last without a word: remove one.");
        assertThat(emitted.findings())
                .anySatisfy(finding ->
                        assertThat(finding.message()).contains("order-desk-daily, products start in the same minute:"));
    }

    @Test
    void deploymentsMayShareAMinuteWhereThePlatformSaysSo() {
        Platform platform = Platform.runbook().with(house -> house.sharedMinutes(true));
        String other = "deployments: [{name: x, schedules: [{cron: 0 7 * * *}]}]\n";
        assertThat(emitted(plan(platform, Loader.dlt(), Schedule.dailyAt("07:00")), Map.of("prefect.yaml", other))
                        .codes())
                .doesNotContain("RB32");
    }

    @Test
    void aScheduleThatIsNotActiveStartsNothing() {
        String others = """
                deployments:
                  - name: products-daily
                    schedules:
                      - cron: 0 7 * * *
                        active: false
                """;
        assertThat(emitted(plan(Schedule.dailyAt("07:00")), Map.of("prefect.yaml", others))
                        .codes())
                .doesNotContain("RB32");
    }

    @Test
    void aFlowFileMayBeNamedSoThatItHidesNothing() {
        Platform platform = Platform.runbook().with(house -> house.flowModule("{source}_flow"));
        assertThat(emitted(plan(platform, Loader.dlt(), Schedule.dailyAt("07:00")))
                        .fragments())
                .anySatisfy(fragment -> assertThat(fragment.home()).isEqualTo("flows/order_desk_flow.py"));
    }

    @Test
    void aLoaderThatSchedulesItselfNeedsNoFlow() {
        Loader loader = Loader.named("raw", it -> it.tool("dlt").scheduledBy(Scheduler.LOADER));
        assertThat(emitted(plan(Platform.runbook(), loader, Schedule.dailyAt("07:00")))
                        .fragments())
                .isEmpty();
    }

    @Test
    void aFileThatPullsFromNowhereIsAFindingBeforeAndAfterItIsWritten() {
        DataSourcePlan plan = plan(Schedule.dailyAt("07:00"));
        String written = emitted(plan).fragments().stream().map(Fragment::head).collect(Collectors.joining());
        String named = written.replace("your-org", "acme");
        assertThat(emitted(plan).codes()).contains("prefect.pull");
        assertThat(emitted(plan, Map.of("prefect.yaml", written)).codes()).contains("prefect.pull");
        assertThat(emitted(plan, Map.of("prefect.yaml", named)).codes()).doesNotContain("prefect.pull");
    }

    @Test
    void ofManyDeploymentsInTheSameMinuteThreeAreNamed() {
        StringBuilder others = new StringBuilder("deployments:\n");
        for (String name : List.of("a", "b", "c", "d", "e")) {
            others.append("  - {name: ").append(name).append(", schedules: [{cron: 0 7 * * *}]}\n");
        }
        assertThat(emitted(plan(Schedule.dailyAt("07:00")), Map.of("prefect.yaml", others.toString()))
                        .findings())
                .anySatisfy(finding ->
                        assertThat(finding.message()).contains("a, b, c and 3 more start in the same minute"));
    }

    @Test
    void aFileThatPrefectDoesNotReadIsAFinding() {
        DataSourcePlan plan = plan(Schedule.dailyAt("07:00"));
        assertThat(emitted(plan, Map.of("prefect.yml", "deployments: []\n")).codes())
                .contains("prefect.yml");
        assertThat(emitted(plan).codes()).doesNotContain("prefect.yml");
    }

    @Test
    void everythingIsDeployedWhenTheRunbookIsWantedAsWritten() {
        Platform platform = Platform.runbook().with(house -> house.asWritten("RB25"));
        Emitted emitted = emitted(plan(platform, Loader.dlt(), Schedule.dailyAt("07:00")));
        assertThat(emitted.codes()).doesNotContain("RB25");
        assertThat(emitted.steps()).anySatisfy(step -> assertThat(step.body()).isEqualTo("prefect deploy --all"));
    }
}
