package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headwater.method.RestApi;
import dev.headwater.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static List<Problem> problems(Freshness freshness) {
        return SmallPlan.source(source -> source.freshness(freshness)).problems();
    }

    @Test
    void nobodyHasToSayIt() {
        Source source = SmallPlan.valid().build().sources().get(0);

        assertThat(source.freshness()).isEmpty();
        assertThat(source.tables().get(0).freshness()).isEmpty();
    }

    @Test
    void thresholdsAreWhatWasGiven() {
        Freshness freshness = Freshness.within(Duration.ofMinutes(90), Duration.ofHours(3));

        assertThat(freshness.warnAfter()).contains(Duration.ofMinutes(90));
        assertThat(freshness.errorAfter()).contains(Duration.ofHours(3));
        assertThat(freshness.isOfRuns()).isFalse();
        assertThat(freshness).hasToString("of rows within PT1H30M and PT3H");
    }

    @Test
    void ofRunsAndNoneHaveNone() {
        assertThat(Freshness.ofRuns().warnAfter()).isEmpty();
        assertThat(Freshness.ofRuns()).hasToString("of runs");
        assertThat(Freshness.none().errorAfter()).isEmpty();
        assertThat(Freshness.none()).hasToString("none");
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT1M", "PT24H, PT48H", "P3650D, P3650D"})
    void dbtCanCountWholeMinutesUpToTenYears(Duration warnAfter, Duration errorAfter) {
        assertThat(problems(Freshness.within(warnAfter, errorAfter))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1H", "PT59S, PT1H", "PT1M1S, PT1H", "-PT1H, PT1H", "PT1H, PT59M", "PT1H, P3651D"})
    void otherTimesAreAProblem(Duration warnAfter, Duration errorAfter) {
        assertThat(problems(Freshness.within(warnAfter, errorAfter)))
                .singleElement()
                .hasToString("sources[0].freshness: A warning after " + warnAfter + " and an error after " + errorAfter
                        + " cannot be. Give whole minutes, from one to ten years, the error not before the warning."
                        + " [freshness.invalid]");
    }

    @Test
    void aTableHasNoRunsOfItsOwn() {
        assertThat(SmallPlan.table(table -> table.freshness(Freshness.ofRuns())).problems())
                .singleElement()
                .hasToString("sources[0].tables[0].freshness: A run loads a whole source, not a table. Say"
                        + " freshness(Freshness.ofRuns()) of the source, and within(...) or none() of the table."
                        + " [freshness.runs]");
    }

    @Test
    void onlyDltRecordsRuns() {
        Source source = Source.of(
                "crm",
                new ByAirbyte(),
                definition -> definition
                        .freshness(Freshness.ofRuns())
                        .table(
                                "contacts",
                                table -> table.description("One row per contact.")
                                        .primaryKey("id")));

        assertThat(DataSourcePlan.builder()
                        .loader(Loader.airbyte())
                        .source(source)
                        .problems())
                .singleElement()
                .hasToString("sources[0].freshness: Nothing records the runs of a source that airbyte loads; dlt alone"
                        + " does. Say Freshness.within(warnAfter, errorAfter), or Freshness.none(). [freshness.runs]");
    }

    private static final class ByAirbyte implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "airbyte";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }
    }

    @Test
    void aTableMayNotBeCalledAsTheOneThatEachRunReplaces() {
        assertThat(SmallPlan.source(
                                source -> source.freshness(Freshness.ofRuns()).table("heartbeat", SmallPlan::contacts))
                        .problems())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("name.collision", "sources[0].tables[1].name"));
    }

    @Test
    void aPlanKeepsIt() {
        DataSourcePlan plan =
                SmallPlan.source(source -> source.freshness(Freshness.none())).build();

        assertThat(plan.toBuilder().build()).isEqualTo(plan);
        assertThat(plan.toBuilder()
                        .changeSource("crm", RestApi.class, source -> source.displayName("CRM"))
                        .build()
                        .sources()
                        .get(0)
                        .freshness())
                .contains(Freshness.none());
    }
}
