package dev.headwater.prefect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Schedule;
import dev.headwater.testkit.Emitted;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source's flow has one deployment of Headwater's, whatever became of its name. */
class SecondDeploymentTest {

    private static final DataSourcePlan DAILY = PrefectEmitterTest.plan(Schedule.dailyAt("07:00"));
    private static final DataSourcePlan HOURLY = PrefectEmitterTest.plan(Schedule.hourlyAt(5));

    private static Preview onboard(DataSourcePlan plan, Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Workspace.of()
                .repository(Repository.inMemory("pipes", bytes), new PrefectEmitter())
                .onboard(plan);
    }

    /** The files of a repository in which a plan was onboarded. */
    private static Map<String, String> onboarded(DataSourcePlan plan) {
        Map<String, String> files = new HashMap<>();
        onboard(plan, Map.of())
                .changes("pipes")
                .files()
                .forEach(file -> files.put(file.path(), file.after().orElseThrow()));
        return files;
    }

    private static Map<String, String> with(Map<String, String> files, String before, String after) {
        Map<String, String> changed = new HashMap<>(files);
        changed.compute("prefect.yaml", (path, text) -> text.replace(before, after));
        return changed;
    }

    @Test
    void aDeploymentThatAColleagueRenamedGetsNoSecondOneBesideIt() {
        Preview preview = onboard(DAILY, with(onboarded(DAILY), "name: order-desk-daily", "name: desk"));

        assertThat(preview.changes("pipes").files()).isEmpty();
        assertThat(preview.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo("prefect.second-deployment");
            assertThat(conflict.file()).isEqualTo("prefect.yaml");
            assertThat(conflict.line()).isEqualTo(10);
            assertThat(conflict.message())
                    .isEqualTo("The deployment 'desk' starts daily_flow of flows/order_desk.py already.");
            assertThat(conflict.hint())
                    .isEqualTo(
                            "Make it this source's deployment by the name order-desk-daily, or remove it; then delete"
                                    + " what Prefect has by its old name.");
            assertThat(conflict.wanted().orElseThrow()).startsWith("  - name: order-desk-daily\n");
        });
    }

    @Test
    void whenTheCadenceChangesTheOldDeploymentIsNamedBesideTheFlow() {
        assertThat(onboard(HOURLY, onboarded(DAILY)).conflicts())
                .extracting(Conflict::file, Conflict::line, Conflict::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "prefect.yaml",
                        10,
                        "The deployment 'order-desk-daily' starts daily_flow of flows/order_desk.py, which has"
                                + " hourly_flow alone."))
                .hasSize(2);
    }

    @Test
    void oneWhoseFunctionIsGoneStandsInTheWayEvenWhenTheNewOneIsThere() {
        Map<String, String> files = onboarded(HOURLY);
        String old = "  - name: order-desk-daily\n    entrypoint: flows/order_desk.py:daily_flow\n";
        files.computeIfPresent("prefect.yaml", (path, text) -> text + old);

        assertThat(onboard(HOURLY, files).conflicts())
                .extracting(Conflict::code)
                .containsExactly("prefect.second-deployment");
    }

    @Test
    void anotherOneOfTheSameFunctionBesideTheSourcesOwnIsNobodysBusiness() {
        Map<String, String> files = onboarded(DAILY);
        String byHand = "  - name: backfill\n    entrypoint: flows/order_desk.py:daily_flow\n";
        files.computeIfPresent("prefect.yaml", (path, text) -> text + byHand);

        assertThat(onboard(DAILY, files).conflicts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./flows/order_desk.py:daily_flow",
                "flows.order_desk.daily_flow",
                "flows/order_desk.py:another_function"
            })
    void theFileCountsHoweverItIsWritten(String entrypoint) {
        String other = "deployments:\n  - name: x\n    entrypoint: " + entrypoint + "\n";

        assertThat(onboard(DAILY, Map.of("prefect.yaml", other)).conflicts())
                .extracting(Conflict::line)
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flows/order_desk_old.py:daily_flow", "flow", "''", "x:y", "old/flows/order_desk.py:f"})
    void anotherFileDoesNot(String entrypoint) {
        String other = "deployments:\n  - name: x\n    entrypoint: " + entrypoint + "\n";

        assertThat(onboard(DAILY, Map.of("prefect.yaml", other)).conflicts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    from pipelines.order_desk import run\n",
                "import pipelines.order_desk as desk\n",
                "from pipelines import crm, order_desk\n"
            })
    void aFlowThatAColleagueMovedRunsThePipelineStill(String statement) {
        Preview preview = onboard(DAILY, moved("flows/desk.py", statement));

        assertThat(preview.changes("pipes").files())
                .extracting(FileChange::path)
                .doesNotContain("prefect.yaml");
        assertThat(preview.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo("prefect.second-deployment");
            assertThat(conflict.line()).isEqualTo(2);
            assertThat(conflict.message())
                    .isEqualTo("The deployment 'desk' starts daily_flow of flows/desk.py, which imports"
                            + " pipelines.order_desk already.");
            assertThat(conflict.hint())
                    .isEqualTo("Move the flow to flows/order_desk.py and call its deployment order-desk-daily, or"
                            + " remove it; then delete what Prefect has by its old name.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from pipelines.order_desk_old import run\n",
                "from pipelines import order_desk_old\n",
                "from other.pipelines.order_desk import run\n",
                "# from pipelines.order_desk import run\n"
            })
    void aFlowOfAnotherPipelineIsNone(String statement) {
        assertThat(onboard(DAILY, moved("flows/desk.py", statement)).conflicts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../flows/desk.py", "/flows/desk.py", "flows//desk.py", "flows\\desk.py", "C:/desk.py"})
    void aFileThatIsNotInTheRepositoryIsNotLookedFor(String file) {
        Map<String, String> files = Map.of("prefect.yaml", deployment(file));

        assertThat(onboard(DAILY, files).conflicts()).isEmpty();
    }

    @Test
    void aMovedFlowBesideTheSourcesOwnDeploymentIsNobodysBusiness() {
        Map<String, String> files = onboarded(DAILY);
        files.put("flows/desk.py", "from pipelines.order_desk import run\n");
        String byHand = "  - name: backfill\n    entrypoint: flows/desk.py:backfill\n";
        files.computeIfPresent("prefect.yaml", (path, text) -> text + byHand);

        assertThat(onboard(DAILY, files).conflicts()).isEmpty();
    }

    private static Map<String, String> moved(String file, String text) {
        return Map.of("prefect.yaml", deployment(file), file, text);
    }

    private static String deployment(String file) {
        return "deployments:\n  - name: desk\n    entrypoint: " + file + ":daily_flow\n";
    }

    @Test
    void textsAndANewFileNameTheRepositoryAsItIsCalled() {
        assertThat(onboarded(DAILY).get("prefect.yaml"))
                .contains("name: pipes\n", "repository: https://github.com/your-org/pipes.git\n");
        assertThat(onboard(DAILY, Map.of()).findings())
                .anySatisfy(finding ->
                        assertThat(finding.message()).contains("pulls from https://github.com/your-org/pipes.git"));
    }

    @Test
    void theSameIsSaidWithItsOwnDeploymentInTheRepository() {
        Map<String, String> before = Map.of("prefect.yaml", "deployments:\n  - name: x\n    entrypoint: a.py:b\n");
        Map<String, String> after = new HashMap<>(before);
        onboard(DAILY, before)
                .changes("pipes")
                .files()
                .forEach(file -> after.put(file.path(), file.after().orElseThrow()));

        assertThat(Emitted.by(new PrefectEmitter(), DAILY, after).fragments())
                .isEqualTo(Emitted.by(new PrefectEmitter(), DAILY, before).fragments());
        assertThat(Emitted.by(new PrefectEmitter(), DAILY, after).findings())
                .isEqualTo(Emitted.by(new PrefectEmitter(), DAILY, before).findings());
    }
}
