package dev.headwater.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    private static final Scope LOADER = Scope.loader("dlt");
    private static final Scope CRM = LOADER.source("crm");
    private static final Scope SHOP = LOADER.source("shop");

    private static Step step(Scope scope, String id, Stage stage) {
        return Step.manual(scope, id, stage, id, "");
    }

    private static Step waiting(Scope scope) {
        return step(scope, "waits", Stage.LOADER).waitsFor(Milestone.LOADED);
    }

    private static Step loading(Scope scope, String id) {
        return step(scope, id, Stage.STAGING).reaches(Milestone.LOADED);
    }

    private static List<String> ordered(Step... said) {
        return StepOrder.of(List.of(said)).stream()
                .map(step -> (step.id() + " " + step.note()).strip())
                .toList();
    }

    @Test
    void aStepWaitsForAllThatReachAMilestoneOfItsScope() {
        assertThat(ordered(waiting(CRM), loading(CRM, "a"), loading(CRM, "b"))).containsExactly("a", "b", "waits");
    }

    @Test
    void whatALoaderReachesIsThereForItsSourcesAndTables() {
        assertThat(ordered(waiting(CRM), loading(LOADER, "a"))).containsExactly("a", "waits");
        assertThat(ordered(waiting(CRM.table("deals")), loading(LOADER, "a"), loading(CRM, "b")))
                .containsExactly("a", "b", "waits");
    }

    @Test
    void aLoaderWaitsForAllOfItsSources() {
        assertThat(ordered(waiting(LOADER), loading(CRM, "a"), loading(SHOP.table("orders"), "b")))
                .containsExactly("a", "b", "waits");
    }

    @Test
    void whatNobodyReachesIsACondition() {
        assertThat(ordered(waiting(CRM), loading(SHOP, "a"), loading(Scope.loader("airbyte"), "b")))
                .containsExactly("waits Once the data is loaded (`dlt.crm`).", "a", "b");
        assertThat(ordered(step(CRM, "a", Stage.STAGING)
                        .waitsFor(Milestone.CREDENTIALS_STORED, Milestone.APPLIED)
                        .note("Mind it.")))
                .containsExactly("a Once Terraform has been applied (`dlt.crm`)."
                        + " Once the credentials are stored (`dlt.crm`). Mind it.");
    }

    @Test
    void aStepOfSeveralScopesWaitsForEach() {
        assertThat(ordered(waiting(CRM), waiting(SHOP), loading(CRM, "a")))
                .containsExactly("a", "waits Once the data is loaded (`dlt.shop`).");
        assertThat(ordered(Stream.of("a", "b", "c", "d", "e")
                        .map(LOADER::source)
                        .map(MilestonesTest::waiting)
                        .toArray(Step[]::new)))
                .containsExactly("waits Once the data is loaded (`dlt.a`, `dlt.b`, `dlt.c` and 2 more).");
    }

    @Test
    void aStepDoesNotWaitForItself() {
        assertThat(ordered(waiting(CRM).reaches(Milestone.LOADED))).containsExactly("waits");
    }

    /** It is the last part of the runbook, and says only what is to be seen by then. */
    @Test
    void whatOnlyTheVerificationReachesIsACondition() {
        Step b = step(CRM, "b", Stage.VERIFICATION).reaches(Milestone.LOADED);

        assertThat(ordered(step(CRM, "a", Stage.STAGING).waitsFor(Milestone.LOADED), b))
                .containsExactly("a Once the data is loaded (`dlt.crm`).", "b");
        assertThat(ordered(step(CRM, "a", Stage.VERIFICATION).waitsFor(Milestone.LOADED), b))
                .containsExactly("b", "a");
        assertThat(ordered(step(CRM, "a", Stage.STAGING).after("b"), b)).containsExactly("a", "b");
    }

    /** One emitter may write into several repositories. */
    @Test
    void stepsOfOneIdInTwoRepositoriesAreTwo() {
        Step here = step(CRM, "merge", Stage.SCHEMAS).in("one", "house");
        Step there =
                Step.manual(CRM, "merge", Stage.SCHEMAS, "Another text", "").in("two", "house");
        Step then = step(CRM, "then", Stage.LOADER).after("merge").in("two", "house");

        assertThat(StepOrder.of(List.of(then, here, there))).containsExactly(here, there, then);
    }
}
