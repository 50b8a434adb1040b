package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Step;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import dev.headwater.platform.PlatformBuilder;
import dev.headwater.testkit.Emitted;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RB31 and RB35: what the plan says of freshness, and what the repository has already. */
class ThresholdsTest {

    private static final Map<String, String> OLD = Map.of("requirements.txt", "dbt-core==1.9.4\n");
    private static final Freshness NINETY_MINUTES = Freshness.within(Duration.ofMinutes(90), Duration.ofDays(7));

    private static DataSourcePlan plan(Freshness freshness) {
        return Crm.plan(source -> source.freshness(freshness), Platform.runbook());
    }

    private static DataSourcePlan table(Consumer<Table.Builder<RestApi.Endpoint>> table) {
        return Crm.plan(it -> table.accept(it.primaryKey("id")));
    }

    private static DataSourcePlan hourly(Consumer<PlatformBuilder> changes) {
        return Crm.plan(
                source -> source.schedule(Schedule.hourlyAt(5)),
                Platform.runbook().with(changes));
    }

    @Test
    void aLateRunIsLeftRoomForOnThePlatform() {
        Emitted emitted =
                Emitted.by(new DbtEmitter(), hourly(platform -> platform.lateRunSlack(Duration.ofMinutes(30))));

        assertThat(emitted.text(Crm.SOURCE)).contains("""
                  freshness:
                    warn_after:
                      count: 90
                      period: minute
                    error_after:
                      count: 150
                      period: minute
                """);
        assertThat(emitted.said("RB31"))
                .isEqualTo(
                        "KNOW Freshness warns after 90 min and fails after 150 min, one and two of the schedule's gaps and"
                                + " 30 min of slack for a late run.");
    }

    @Test
    void theRunbooksHoursStayWhatTheyAre() {
        Emitted emitted = Emitted.by(
                new DbtEmitter(), hourly(platform -> platform.asWritten("RB31").lateRunSlack(Duration.ofMinutes(30))));

        assertThat(emitted.text(Crm.SOURCE)).contains("count: 24\n", "count: 48\n");
    }

    @Test
    void thresholdsOfThePlanAreWrittenAsTheyAre() {
        assertThat(Emitted.by(new DbtEmitter(), plan(NINETY_MINUTES)).text(Crm.SOURCE))
                .contains("""
                  freshness:
                    warn_after:
                      count: 90
                      period: minute
                    error_after:
                      count: 7
                      period: day
                """);
    }

    @Test
    void theFreshnessOfRunsIsAQueryOnTheLoadsOfThisSource() {
        assertThat(Emitted.by(new DbtEmitter(), plan(Freshness.ofRuns())).text(Crm.SOURCE))
                .contains("""
                config:
                  loaded_at_query: >-
                    select max(inserted_at) from {{ this.database }}.{{ this.schema
                    }}._dlt_loads where status = 0 and schema_name = 'crm'
                  freshness:
                    warn_after:
                      count: 24
                """);
    }

    @Test
    void anOldDbtTakesTheQueryForAnExpression() {
        Emitted emitted = Emitted.by(new DbtEmitter(), plan(Freshness.ofRuns()), OLD);

        assertThat(emitted.text(Crm.SOURCE)).contains("""
                loaded_at_field: >-
                  (select max(inserted_at) from DLT.CRM._dlt_loads where status = 0 and
                  schema_name = 'crm')
                freshness:
                """);
        assertThat(emitted.codes()).doesNotContain("dbt.query-ignored");
    }

    @Test
    void aSourceWithoutFreshnessSaysSoAndIsNotChecked() {
        Emitted emitted = Emitted.by(new DbtEmitter(), plan(Freshness.none()));

        assertThat(emitted.text(Crm.SOURCE))
                .endsWith("config:\n  loaded_at_field: _dlt_load_time\n  freshness: null\n");
        assertThat(emitted.steps()).extracting(Step::id).doesNotContain("dbt.check-freshness.dlt.crm");
        assertThat(emitted.codes()).contains("RB14").doesNotContain("RB15");
    }

    @Test
    void aTableIsJudgedByItsRowsAlsoWhereItsSourceIsByItsRuns() {
        DataSourcePlan plan = table(it -> it.freshness(NINETY_MINUTES)).toBuilder()
                .changeSource("crm", RestApi.class, source -> source.freshness(Freshness.ofRuns()))
                .build();

        assertThat(Emitted.by(new DbtEmitter(), plan).text(Crm.TABLE)).contains("""
                config:
                  loaded_at_field: _dlt_load_time
                  freshness:
                    warn_after:
                      count: 90
                """);
    }

    @Test
    void aTableMayHaveThresholdsOfItsOwn() {
        assertThat(Emitted.by(new DbtEmitter(), table(it -> it.freshness(NINETY_MINUTES)))
                        .text(Crm.TABLE))
                .isEqualTo("""
                        name: contacts
                        description: People.
                        config:
                          freshness:
                            warn_after:
                              count: 90
                              period: minute
                            error_after:
                              count: 7
                              period: day
                        """);
    }

    @Test
    void aTableMayHaveNone() {
        assertThat(Emitted.by(new DbtEmitter(), table(it -> it.freshness(Freshness.none())))
                        .text(Crm.TABLE))
                .endsWith("config:\n  freshness: null\n");
        assertThat(Emitted.by(new DbtEmitter(), table(it -> it.freshness(Freshness.none())), OLD)
                        .text(Crm.TABLE))
                .endsWith("description: People.\nfreshness: null\n");
    }

    @Test
    void aQuietSourceIsAFindingUntilThePlanSaysWhatIsWanted() {
        Emitted unsaid = Emitted.by(new DbtEmitter(), Crm.plan(source -> {}, Platform.runbook()));
        assertThat(unsaid.codes()).contains("RB31");
        assertThat(unsaid.said("RB35")).endsWith(" [source.freshness(Freshness.ofRuns())]");
        for (Freshness said : new Freshness[] {Freshness.ofRuns(), Freshness.none(), NINETY_MINUTES}) {
            assertThat(Emitted.by(new DbtEmitter(), plan(said)).codes()).doesNotContain("RB31", "RB35");
        }
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                table(it -> it.append().incremental("at").freshness(Freshness.none())))
                        .codes())
                .doesNotContain("RB35");
    }

    @Test
    void aLoaderThatTellsNoLoadTimeIsNoFindingWhereNothingIsJudged() {
        Source silent = plan(Freshness.none()).sources().get(0);
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Crm.loadedAt(LoadedAt.unknown()).loader())
                .source(silent)
                .build();

        assertThat(Emitted.by(new DbtEmitter(), plan).codes()).doesNotContain("dbt.freshness");
        assertThat(Emitted.by(new DbtEmitter(), plan).text(Crm.SOURCE)).doesNotContain("config:");
    }

    private static Map<String, String> declared(String config) {
        return Map.of("models/crm.yml", """
                sources:
                  - name: dlt_crm
                    database: DLT
                    schema: CRM
                    config:
                """ + config.indent(6));
    }

    private static String freshness(String warn, String error) {
        return "loaded_at_field: _dlt_load_time\nfreshness:\n  warn_after: {" + warn + "}\n  error_after: {" + error
                + "}";
    }

    private static final String RUNBOOKS = freshness("count: 24, period: hour", "count: 2, period: day");

    @Test
    void aFreshnessThatAnHourlyScheduleHasOutgrownIsNamedWithItsPlace() {
        assertThat(Emitted.by(new DbtEmitter(), hourly(platform -> {}), declared(RUNBOOKS))
                        .said("dbt.freshness-differs"))
                .isEqualTo(
                        "ACT models/crm.yml, line 8: the source dlt_crm warns after 24 h and fails after 48 h, which does"
                                + " not go with its schedule, by which it warns after 1 h and fails after 2 h: change it there, or"
                                + " say in the plan what is wanted."
                                + " [source.freshness(Freshness.within(Duration.ofHours(24), Duration.ofHours(48)))]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count: 24, period: hour/count: 48, period: hour",
                "count: 36, period: hour/count: 9, period: day",
                "count: 2880, period: minute/count: 3, period: day",
                "count: \"{{ var('h') }}\", period: hour/count: 48, period: hour"
            })
    void aWarningBetweenTheNextRunAndTheOneAfterItGoesWithADailySchedule(String thresholds) {
        String[] both = thresholds.split("/", -1);

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), declared(freshness(both[0], both[1])))
                        .codes())
                .doesNotContain("dbt.freshness-differs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count: 23, period: hour/count: 48, period: hour",
                "count: 49, period: hour/count: 9, period: day",
                "count: 24, period: hour/count: 12, period: hour"
            })
    void anotherDoesNot(String thresholds) {
        String[] both = thresholds.split("/", -1);

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), declared(freshness(both[0], both[1])))
                        .codes())
                .contains("dbt.freshness-differs");
    }

    @Test
    void whatThePlanSaysHoldsAgainstWhatIsDeclared() {
        assertThat(Emitted.by(new DbtEmitter(), plan(Freshness.ofRuns()), declared(RUNBOOKS))
                        .said("dbt.freshness-differs"))
                .isEqualTo(
                        "ACT models/crm.yml, line 8: the source dlt_crm has another freshness than the plan: see that there"
                                + " loaded_at_query is select max(inserted_at) from {{ this.database }}.{{ this.schema"
                                + " }}._dlt_loads where status = 0 and schema_name = 'crm' and it warns after 24 h and fails after"
                                + " 48 h. [source.freshness(Freshness.within(Duration.ofHours(24), Duration.ofHours(48)))]");
        assertThat(Emitted.by(new DbtEmitter(), plan(Freshness.none()), declared(RUNBOOKS))
                        .said("dbt.freshness-differs"))
                .contains("see that there freshness is null.");
        assertThat(Emitted.by(new DbtEmitter(), plan(NINETY_MINUTES), declared(RUNBOOKS))
                        .codes())
                .contains("dbt.freshness-differs");
    }

    @Test
    void whatSaysTheSameInOtherWordsIsNoFinding() {
        DataSourcePlan plan = plan(Freshness.within(Duration.ofDays(1), Duration.ofDays(2)));

        assertThat(Emitted.by(new DbtEmitter(), plan, declared(RUNBOOKS)).codes())
                .doesNotContain("dbt.freshness-differs");
        assertThat(Emitted.by(new DbtEmitter(), plan(Freshness.none()), declared("freshness: null"))
                        .codes())
                .doesNotContain("dbt.freshness-differs");
    }

    @Test
    void aSourceOfTheLoaderThatIsJudgedByItsRunsIsNoOtherLoadTime() {
        String other = Emitted.by(new DbtEmitter(), plan(Freshness.ofRuns()))
                .text(Crm.SOURCE)
                .replace("crm", "shop");
        String file = "sources:\n  - " + other.indent(4).strip() + "\n";

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("models/shop.yml", file))
                        .codes())
                .doesNotContain("RB13");
    }

    private static Map<String, String> tableDeclared(String freshness) {
        String text = declared(RUNBOOKS).get("models/crm.yml") + "    tables:\n      - name: contacts\n"
                + freshness.indent(8);
        return Map.of("models/crm.yml", text);
    }

    private static String said(String config) {
        return Emitted.by(new DbtEmitter(), Crm.plan(), declared(config)).said("dbt.freshness-differs");
    }

    @Test
    void aTableThatIsJudgedOtherwiseThanItsScheduleIsNamedWithItsPlace() {
        Map<String, String> minutes = tableDeclared("""
                freshness:
                  warn_after: {count: 1, period: minute}
                  error_after: {count: 2, period: minute}
                """);

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), minutes).said("dbt.freshness-differs"))
                .isEqualTo("ACT models/crm.yml, line 13: the table contacts of the source dlt_crm warns after 1 min and"
                        + " fails after 2 min, which does not go with its schedule, by which it warns after 24 h and fails"
                        + " after 48 h: change it there, or say in the plan what is wanted."
                        + " [table.freshness(Freshness.within(Duration.ofMinutes(1), Duration.ofMinutes(2)))]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freshness: null",
                "config: {freshness: null}",
                "config: {freshness: {warn_after: {count: 30, period: hour}}}",
                "freshness: {error_after: {count: 72, period: hour}}"
            })
    void aTableThatTakesTheRestFromItsSourceIsNoFinding(String freshness) {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), tableDeclared(freshness))
                        .codes())
                .doesNotContain("dbt.freshness-differs");
    }

    @Test
    void aSourceThatNeverFailsOrNeverWarnsIsAFindingThatNamesNoSetting() {
        assertThat(said("freshness:\n  warn_after: {count: 24, period: hour}"))
                .isEqualTo(
                        "ACT models/crm.yml, line 7: the source dlt_crm warns after 24 h and never fails, which does not"
                                + " go with its schedule, by which it warns after 24 h and fails after 48 h: change it there.");
        assertThat(said("freshness:\n  warn_after: null\n  error_after: {count: 48, period: hour}"))
                .contains("never warns and fails after 48 h", "change it there.")
                .doesNotContain("[");
    }

    @Test
    void aFileThatFailsBeforeItWarnsIsWrongAndNoSettingSaysTheSame() {
        assertThat(said(freshness("count: 72, period: hour", "count: 48, period: hour")))
                .isEqualTo("ACT models/crm.yml, line 8: the source dlt_crm warns after 72 h and fails after 48 h, which"
                        + " cannot be: correct it there.");
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                plan(NINETY_MINUTES),
                                declared(freshness("count: 72, period: hour", "count: 48, period: hour")))
                        .said("dbt.freshness-differs"))
                .doesNotContain("[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 hour", "-5 hour", "many hour", "24 hours", "9999 day", "9999999 minute"})
    void aTimeThatNobodyCanCountIsWrong(String time) {
        String count = time.substring(0, time.indexOf(' '));
        String period = time.substring(time.indexOf(' ') + 1);

        assertThat(said(freshness("count: 24, period: hour", "count: " + count + ", period: " + period)))
                .isEqualTo("ACT models/crm.yml, line 8: the source dlt_crm has error_after of " + time
                        + ", which cannot be: correct it there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"freshness: null", "loaded_at_field: _dlt_load_time"})
    void aQuietSourceThatDbtDoesNotJudgeDoesNotLookStale(String config) {
        DataSourcePlan plan = Crm.plan(source -> {}, Platform.runbook());

        assertThat(Emitted.by(new DbtEmitter(), plan, declared(RUNBOOKS)).codes())
                .contains("RB35");
        assertThat(Emitted.by(new DbtEmitter(), plan, declared(config)).codes()).doesNotContain("RB35");
    }

    @Test
    void aQuietTableIsJudgedByWhatItSaysItself() {
        DataSourcePlan plan = Crm.plan(source -> {}, Platform.runbook());

        assertThat(Emitted.by(new DbtEmitter(), plan, tableDeclared("freshness: null"))
                        .codes())
                .doesNotContain("RB35");
    }
}
