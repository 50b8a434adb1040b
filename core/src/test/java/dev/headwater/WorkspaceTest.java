package dev.headwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private static final Scope SCOPE = Scope.loader("dlt");

    /** Says what it is told to say, once a source. */
    private record Saying(String name, BiConsumer<Source, Emission.Builder> words) implements Emitter {

        @Override
        public Emission emit(DataSourcePlan plan, RepositoryView view) {
            Emission.Builder out = Emission.builder();
            plan.sources().forEach(source -> words.accept(source, out));
            return out.build();
        }
    }

    private static final Emitter SILENT = new Saying("silent", (source, out) -> {});

    private static DataSourcePlan plan(String... sources) {
        return plan(Platform.runbook(), sources);
    }

    private static DataSourcePlan plan(Platform platform, String... sources) {
        DataSourcePlan.Builder plan = DataSourcePlan.builder(platform).loader(Loader.dlt());
        for (String name : sources) {
            plan.source(
                    name,
                    RestApi.at("https://api.example.com/"),
                    source -> source.table(
                            name + "_rows",
                            table -> table.description("One row per row.")
                                    .from(RestApi.endpoint("rows", e -> e.paginator(Paginator.singlePage())))
                                    .primaryKey("id")));
        }
        return plan.build();
    }

    private static Preview preview(Map<String, String> files, BiConsumer<Source, Emission.Builder> words) {
        Map<String, byte[]> bytes = new java.util.HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Workspace.of()
                .repository(Repository.inMemory("repo", bytes), new Saying("one", words))
                .onboard(plan("crm"));
    }

    @Test
    void aRepositoryThatIsNotThereIsOneSentence(@TempDir Path folder) {
        assertThatThrownBy(() -> Workspace.of().repository("terraform", folder.resolve("nowhere"), SILENT))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("terraform")
                .hasMessageContaining("nowhere")
                .hasMessageNotContaining("\n");
    }

    @Test
    @SuppressWarnings("NullAway") // Hosts that are not checked for nulls give them.
    void anArgumentThatIsNullIsNamed(@TempDir Path folder) {
        Workspace workspace = Workspace.of();
        assertRefusedByName("name", () -> workspace.repository(null, folder, SILENT));
        assertRefusedByName("root", () -> workspace.repository("dbt", null, SILENT));
        assertRefusedByName("repository", () -> workspace.repository(null, SILENT));
        assertRefusedByName("emitters", () -> workspace.repository("dbt", folder, (Emitter[]) null));
        assertRefusedByName("emitters[1]", () -> workspace.repository("dbt", folder, SILENT, null));
        assertRefusedByName("plans", () -> workspace.onboard((DataSourcePlan[]) null));
        assertRefusedByName("plans", () -> workspace.onboard((List<DataSourcePlan>) null));
        assertRefusedByName("plans[1]", () -> workspace.onboard(plan("crm"), null));
        assertRefusedByName(
                "repository", () -> preview(Map.of(), (source, out) -> {}).changes(null));
        assertRefusedByName("root", () -> Repository.directory("dbt", null));
        assertRefusedByName("files", () -> Repository.inMemory("dbt", null));
    }

    private static void assertRefusedByName(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(argument);
    }

    @Test
    void aRepositoryHasANameThatIsNotBlank(@TempDir Path folder) {
        assertThatThrownBy(() -> Workspace.of().repository(" ", folder, SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of a repository is blank; give it one, such as \"terraform\".");
    }

    @Test
    @SuppressWarnings("NullAway")
    void anEmitterHasANameThatIsNotBlank(@TempDir Path folder) {
        assertRefusedByName(
                "emitters[1]: name of " + Saying.class.getName() + " returned null",
                () -> Workspace.of().repository("dbt", folder, SILENT, new Saying(null, (source, out) -> {})));
        assertThatThrownBy(() -> Workspace.of().repository("dbt", folder, new Saying(" ", (source, out) -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of the emitter " + Saying.class.getName()
                        + " is blank; give it one, such as \"terraform\".");
    }

    @Test
    void whatIsWrongWithStepsNamesTheirEmitters() {
        Emitter one = new Saying("one", (source, out) -> out.step(Step.manual(SCOPE, "go", Stage.STAGING, "Go", "")));
        Emitter two = new Saying(
                "two", (source, out) -> out.step(Step.manual(SCOPE, "go", Stage.STAGING, "Go elsewhere", "")));
        Repository repository = Repository.inMemory("repo", Map.of());

        assertThatThrownBy(() -> Workspace.of().repository(repository, one, two).onboard(plan("crm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two different steps have the id go: go of the emitter \"one\" in \"repo\", and go of the"
                        + " emitter \"two\" in \"repo\"; give one of them another id.");
        assertThat(Workspace.of()
                        .repository(repository, one)
                        .repository(Repository.inMemory("other", Map.of()), two)
                        .onboard(plan("crm"))
                        .runbook()
                        .steps())
                .extracting(Step::title)
                .containsExactly("Go", "Go elsewhere");
    }

    @Test
    void aRepositoryIntoWhichNobodyWritesIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Workspace.of().repository("dbt", folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nobody writes into the repository \"dbt\"; give it an emitter, such as new DbtEmitter().");
    }

    @Test
    void withoutAPlanThereIsNothingToOnboard(@TempDir Path folder) {
        Workspace workspace = Workspace.of().repository("dbt", folder, SILENT);
        assertThatThrownBy(workspace::onboard)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no plan to onboard; give at least one.");
        assertThatThrownBy(() -> workspace.onboard(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutARepositoryThereIsNowhereToOnboardInto() {
        assertThatThrownBy(() -> Workspace.of().onboard(plan("crm")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The workspace has no repository to onboard into; add one with repository(...).");
    }

    @Test
    void aRepositoryThatTheWorkspaceDoesNotHaveIsRefusedWithThoseThatItHas() {
        assertThatThrownBy(() -> preview(Map.of(), (source, out) -> {}).changes("dbt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The workspace has no repository \"dbt\"; it has [repo].");
    }

    @Test
    void aWorkspaceAndItsPreviewTellWhatTheyHold() {
        Emitter other = new Saying(
                "other", (source, out) -> out.fragment(Fragment.file(SCOPE, source.name() + ".txt", "text\n")));
        Workspace workspace = Workspace.of()
                .repository(Repository.inMemory("tf", Map.of()), SILENT)
                .repository(Repository.inMemory("repo", Map.of("crm.txt", new byte[0])), SILENT, other);
        assertThat(workspace).hasToString("workspace of tf[silent], repo[silent, other]");
        assertThat(workspace.onboard(plan("crm", "shop")))
                .hasToString("preview of tf with 0 changed files and 0 conflicts,"
                        + " repo with 1 changed files and 1 conflicts");
    }

    @Test
    void aNameIsGivenOnce(@TempDir Path folder) throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Workspace workspace = Workspace.of().repository("terraform", one, SILENT);
        assertThatThrownBy(() -> workspace.repository("terraform", other, SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The repository \"terraform\" is given twice; give each its own name.");
    }

    @Test
    void aRootIsGivenOnceAndDoesNotLieInsideAnother(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Workspace workspace = Workspace.of().repository("terraform", folder, SILENT);
        assertThatThrownBy(() -> workspace.repository("dbt", folder, SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are the same folder");
        assertThatThrownBy(() -> workspace.repository("dbt", inside, SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lies inside the other");
    }

    @Test
    void theSameThingFromTwoEmittersIsThereOnceAndDifferentThingsAreAConflictThatNamesBoth() {
        Fragment agreed = Fragment.file(SCOPE, "shared.txt", "same\n");
        Workspace workspace = Workspace.of()
                .repository(
                        Repository.inMemory("repo", Map.of()),
                        new Saying(
                                "one",
                                (source, out) ->
                                        out.fragment(agreed).fragment(Fragment.file(SCOPE, "mine.txt", "one\n"))),
                        new Saying(
                                "two",
                                (source, out) -> out.fragment(agreed)
                                        .fragment(Fragment.file(SCOPE.source("crm"), "mine.txt", "two\n"))));
        Preview preview = workspace.onboard(plan("crm"));
        assertThat(preview.changes("repo").files())
                .extracting(file -> file.path())
                .contains("shared.txt");
        assertThat(preview.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo("fragment.disagreement");
            assertThat(conflict.message())
                    .isEqualTo("mine.txt is wanted by one for dlt and, with other text, by two for dlt.crm.");
        });
    }

    @Test
    void aFileThatSaysSomethingElseIsAConflictUnlessItOnlyHasToBeThere() {
        Map<String, String> files = Map.of("kept.txt", "theirs\n", "taken.txt", "theirs\n", "same.txt", "ours\r\n");
        Preview preview = preview(
                files,
                (source, out) -> out.fragment(
                                Fragment.file(SCOPE, "kept.txt", "ours\n").once())
                        .fragment(Fragment.file(SCOPE, "taken.txt", "ours\n"))
                        .fragment(Fragment.file(SCOPE, "same.txt", "ours\n")));
        assertThat(preview.conflicts()).extracting(Conflict::file).containsExactly("taken.txt");
        assertThat(preview.conflicts().get(0).wanted()).hasValue("ours\n");
        assertThat(preview.changes("repo").files()).isEmpty();
    }

    @Test
    void aBlockIsFoundInWhicheverFileItStandsAndFormattingDoesNotCount() {
        Map<String, String> files = Map.of("tf/other.tf", "module \"a\" {\n    source   = \"./m\"\n}\n");
        Preview preview = preview(
                files,
                (source, out) -> out.fragment(
                                Fragment.hclBlock(SCOPE, "tf/main.tf", "module \"a\" {\n  source = \"./m\"\n}\n"))
                        .fragment(Fragment.hclBlock(SCOPE, "tf/main.tf", "module \"b\" {\n  source = \"./m\"\n}\n")));
        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.changes("repo").files())
                .singleElement()
                .satisfies(file -> assertThat(file.after()).hasValue("module \"b\" {\n  source = \"./m\"\n}\n"));
    }

    @Test
    void aBlockThatSaysSomethingElseIsAConflictWithItsFileAndLine() {
        Map<String, String> files = Map.of("tf/other.tf", "# x\nmodule \"a\" {\n  source = \"./n\"\n}\n");
        Preview preview = preview(
                files,
                (source, out) -> out.fragment(
                        Fragment.hclBlock(SCOPE, "tf/main.tf", "module \"a\" {\n  source = \"./m\"\n}\n")));
        assertThat(preview.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo("hcl.block-taken");
            assertThat(conflict.file()).isEqualTo("tf/other.tf");
            assertThat(conflict.line()).isEqualTo(2);
        });
    }

    @Test
    void aFileThatTerraformWouldRefuseIsAConflict() {
        Map<String, String> files = Map.of("tf/broken.tf", "module \"a\" {\n");
        Preview preview = preview(
                files,
                (source, out) -> out.fragment(
                        Fragment.hclBlock(SCOPE, "tf/main.tf", "module \"b\" {\n  source = \"./m\"\n}\n")));
        assertThat(preview.conflicts()).extracting(Conflict::code).containsExactly("hcl.unterminated-block");
        assertThat(preview.changes("repo").files()).isEmpty();
    }

    @Test
    void whatIsRequiredAndMissingIsAConflictThatSaysWhy() {
        Address block = new Address.HclBlock("tf", "module", List.of("database_dlt"));
        Preview preview = preview(Map.of(), (source, out) -> out.require(block, "Add it, or use asNew()."));
        assertThat(preview.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.message()).isEqualTo("module \"database_dlt\" is not there.");
            assertThat(conflict.hint()).isEqualTo("Add it, or use asNew().");
        });
        assertThat(preview(
                                Map.of("tf/x.tf", "module \"database_dlt\" {\n}\n"),
                                (source, out) -> out.require(block, "why"))
                        .conflicts())
                .isEmpty();
    }

    @Test
    void applyWritesNothingWhenAnythingConflicts(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("taken.txt"), "theirs\n");
        Preview preview = Workspace.of()
                .repository(
                        "repo",
                        folder,
                        new Saying(
                                "one",
                                (source, out) -> out.fragment(Fragment.file(SCOPE, "a.txt", "ours\n"))
                                        .fragment(Fragment.file(SCOPE, "taken.txt", "ours\n"))))
                .onboard(plan("crm"));
        assertThatThrownBy(preview::apply).isInstanceOf(ConflictException.class).hasMessageContaining("file.taken");
        assertThat(folder.resolve("a.txt")).doesNotExist();
    }

    @Test
    void splittingPlansChangesNoByte() {
        Emitter emitter = new Saying(
                "one",
                (source, out) -> out.fragment(Fragment.hclBlock(
                                SCOPE.source(source.name()),
                                "tf/main.tf",
                                "module \"" + source.name() + "\" {\n  a = 1\n}\n"))
                        .fragment(Fragment.hclBlock(SCOPE, "tf/shared.tf", "module \"shared\" {\n  a = 1\n}\n")));
        Workspace workspace = Workspace.of().repository(Repository.inMemory("repo", Map.of()), emitter);
        assertThat(workspace.onboard(plan("crm"), plan("shop")).changes("repo").diff())
                .isEqualTo(
                        workspace.onboard(plan("crm", "shop")).changes("repo").diff());
    }

    private static Preview saying(DataSourcePlan plan, BiConsumer<Source, Emission.Builder> words) {
        return Workspace.of()
                .repository(Repository.inMemory("repo", Map.of()), new Saying("one", words))
                .onboard(plan);
    }

    @Test
    void whatToActOnAndWhatToKnowAreTwoLists() {
        Preview preview = saying(
                plan("crm"),
                (source, out) ->
                        out.finding(Finding.know("RB20", SCOPE, "know")).finding(Finding.act("RB36", SCOPE, "act")));

        assertThat(preview.findings()).extracting(Finding::code).containsExactly("RB36");
        assertThat(preview.notes()).extracting(Finding::code).containsExactly("RB20");
    }

    @Test
    void whatIsSaidAlikeOfSeveralSourcesIsOneFindingOfAllOfThem() {
        Preview preview = saying(
                plan("shop", "crm"),
                (source, out) -> out.finding(Finding.act("RB36", SCOPE.source(source.name()), "act")));

        assertThat(preview.findings())
                .containsExactly(Finding.act("RB36", SCOPE.source("crm"), "act")
                        .concerning(List.of(SCOPE.source("crm"), SCOPE.source("shop"))));
    }

    @Test
    void whatThePlatformMutesIsLeftOut() {
        DataSourcePlan plan = plan(Platform.runbook().with(platform -> platform.mute("RB10")), "crm");

        Preview preview = saying(
                plan,
                (source, out) ->
                        out.finding(Finding.know("RB10", SCOPE, "muted")).finding(Finding.know("RB20", SCOPE, "know")));

        assertThat(preview.notes()).extracting(Finding::code).containsExactly("RB20");
    }

    @Test
    void whatASourceMutesIsLeftOutOfItAndItsTablesAndNobodyElse() {
        DataSourcePlan plan = plan("crm", "shop").toBuilder()
                .changeSource("crm", RestApi.class, source -> source.mute("RB36"))
                .build();

        Preview preview = saying(plan, (source, out) -> {
            Scope scope = SCOPE.source(source.name());
            out.finding(Finding.act("RB36", scope, "a source"))
                    .finding(Finding.act("RB36", scope.table("t"), "a table"));
        });

        assertThat(preview.findings())
                .flatExtracting(Finding::scopes)
                .containsExactlyInAnyOrder(
                        SCOPE.source("shop"), SCOPE.source("shop").table("t"));
    }

    @Test
    void aFindingToActOnNamesItsSettingAndANoteStandsLastOneLineACode() {
        Preview preview = saying(plan("crm", "shop"), (source, out) -> {
            Scope scope = SCOPE.source(source.name());
            out.finding(Finding.act("RB32", scope, "Same minute.", "source.schedule(...)"))
                    .finding(Finding.know(Deviation.FRESHNESS_PERIOD, scope, "Hours of " + source.name() + "."));
        });

        assertThat(preview.runbook().toMarkdown()).contains("""
                        ## Findings

                        To decide or to do; the setting behind each settles it.

                        - RB32 (dlt.crm, dlt.shop): Same minute. Setting: `source.schedule(...)`.
                        """).endsWith("""
                        ## Notes

                        Where this differs from the written runbook, and what else is good to know.

                        - RB31 (dlt.crm, dlt.shop): The runbook warns after 24 and fails after 48 hours; here: that for a daily\
                         load; one and two of the schedule's gaps for another; because the runbook's hours fit a daily load only, and\
                         warn on a late run.
                        """);
    }

    @Test
    void stepsFollowTheRunbooksPartsButNeverComeBeforeWhatTheyWaitFor() {
        Emitter emitter = new Saying(
                "one",
                (source, out) -> out.step(Step.command(SCOPE, "build", Stage.STAGING, "Build.", "dbt build"))
                        .step(Step.manual(SCOPE, "early", Stage.LOADER, "Wait for the build.", "")
                                .after("build", "not there"))
                        .step(Step.merge(SCOPE, "merge", Stage.SCHEMAS, "Merge.", "")
                                .undoneBy(Step.manual(SCOPE, "revert", Stage.SCHEMAS, "Revert.", ""))));
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("repo", Map.of()), emitter)
                .onboard(plan("crm"));
        assertThat(preview.runbook().steps()).extracting(Step::id).containsExactly("merge", "build", "early");
        assertThat(preview.runbook().toMarkdown())
                .contains("1. **Gate.** Merge.\n", "## Rollback", "1. Revert.", "## Escalation", "#data-eng Slack");
    }

    @Test
    void whatOneSourceNeedsMayBeWhatAnotherBrings() {
        Address.HclBlock shared = new Address.HclBlock("", "module", List.of("shared"));
        BiConsumer<Source, Emission.Builder> words = (source, out) -> {
            if (source.name().equals("crm")) {
                out.require(shared, "Add it.");
            } else {
                out.fragment(Fragment.hclBlock(SCOPE, "main.tf", "module \"shared\" {\n}\n"));
            }
        };
        Preview together = Workspace.of()
                .repository(Repository.inMemory("repo", Map.of()), new Saying("one", words))
                .onboard(plan("crm"), plan("shop"));
        assertThat(together.conflicts()).isEmpty();
        assertThat(preview(Map.of(), words).conflicts())
                .extracting(Conflict::message)
                .containsExactly("module \"shared\" is not there.");
    }
}
