package dev.headwater;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Repository;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Loader;
import dev.headwater.plan.MethodChoice;
import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.plan.SmallPlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Step 1 of the runbook, and the finding where the plan does not follow it. */
class ChosenMethodTest {

    /** A method that the runbook has never heard of. */
    private record Stranger() implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "fivetran";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }
    }

    private record Silent() implements Emitter {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Emission emit(DataSourcePlan plan, RepositoryView view) {
            return Emission.builder().build();
        }
    }

    private static Preview preview(DataSourcePlan.Builder plan) {
        return Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new Silent())
                .onboard(plan.build());
    }

    private static Preview preview(Consumer<Source.Builder<RestApi.Endpoint>> change) {
        return preview(SmallPlan.source(change));
    }

    private static List<String> stepOne(Preview preview) {
        return preview.runbook()
                .toMarkdown()
                .lines()
                .dropWhile(line -> !line.equals("### 1. Choose the Ingestion Method"))
                .skip(2)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void theRunbookHasTheRowOfThePlansMethod() {
        Preview preview = preview(source -> source.displayName("CRM_*"));

        assertThat(stepOne(preview))
                .containsExactly("- CRM\\_\\*: dlt, best for APIs, databases, 1-2 simple sources; repository"
                        + " data-pipelines; existing destination database `DLT`.");
        assertThat(preview.findings()).isEmpty();
    }

    @Test
    void aDatabaseOfThePlansOwnStandsInTheRow() {
        assertThat(stepOne(preview(SmallPlan.loadedBy(Loader.dlt().asNew().with(loader -> loader.database("RAW"))))))
                .singleElement()
                .asString()
                .endsWith("; new destination database `RAW`.");
    }

    @Test
    void aMethodThatTheTableDoesNotHaveIsNoRowOfIt() {
        assertThat(stepOne(preview(DataSourcePlan.builder()
                        .loader(Loader.named("fivetran", loader -> {}))
                        .source(
                                "crm",
                                new Stranger(),
                                source -> source.table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .primaryKey("id"))))))
                .containsExactly("- crm: `fivetran`, which is no row of the runbook's table; existing destination"
                        + " database `FIVETRAN`.");
    }

    @Test
    void aPlanThatFollowsTheTableHasTheReasonsAndNoFinding() {
        Preview preview = preview(source -> source.choice(
                MethodChoice.of(known -> known.kind(Kind.API).streams(1).freshWithin(Duration.ofSeconds(30)))));

        assertThat(stepOne(preview).subList(1, 5))
                .containsExactly(
                        "  - dlt is recommended. For it: it is an API (\"APIs\"); it has 1 stream (\"1-2 simple sources\")."
                                + " Against it: it must be fresh within a minute (\"Real-time event streams\").",
                        "  - Airbyte. Against it: it has 1 stream (\"1-2 simple sources\"); it must be fresh within a"
                                + " minute (\"Real-time event streams\").",
                        "  - Kafka Connect. For it: it must be fresh within a minute (\"Real-time event streams\")."
                                + " Against it: it is an API (\"APIs\").",
                        "  - Snowpipe. Against it: it is an API (\"APIs\"); it must be fresh within a minute"
                                + " (\"Real-time event streams\").");
        assertThat(preview.findings()).isEmpty();
    }

    @Test
    void anotherMethodThanTheRecommendedOneIsSaidAndAFindingThatCanBeMuted() {
        MethodChoice choice = MethodChoice.of(known -> known.kind(Kind.API).configuredBy(Configurer.NON_ENGINEERS));
        Preview preview = preview(source -> source.choice(choice));

        assertThat(stepOne(preview).get(1))
                .isEqualTo("  - Airbyte is recommended, and is not the plan's method. For it: people who are no"
                        + " engineers configure it (\"non-engineer config\").");
        assertThat(preview.findings())
                .containsExactly(Finding.act(
                        "choice.other-method",
                        Scope.loader("dlt").source("crm"),
                        "By the runbook's table this is a source for Airbyte, and the plan has dlt: people who are no"
                                + " engineers configure it (\"non-engineer config\"). Take that method, or mute this once"
                                + " somebody has decided otherwise."));
        assertThat(preview(source -> source.choice(choice).mute("choice.other-method"))
                        .findings())
                .isEmpty();
    }

    @Test
    void whereTheTableDoesNotTellThatIsSaid() {
        Preview preview =
                preview(source -> source.choice(MethodChoice.of(known -> known.configuredBy(Configurer.ENGINEERS))));

        assertThat(stepOne(preview))
                .contains("  - Nothing that is known speaks for a method of the table.")
                .hasSize(6);
        assertThat(preview.findings()).isEmpty();
    }
}
