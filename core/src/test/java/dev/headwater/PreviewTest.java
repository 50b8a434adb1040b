package dev.headwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview of a repository in a folder says what apply would find in its way. */
class PreviewTest {

    private static final Scope SCOPE = Scope.loader("dlt");
    private static final Fragment CRM = Fragment.hclBlock(SCOPE, "tf/main.tf", "module \"crm\" {\n}\n");

    @TempDir
    Path outside;

    private Path root;

    @BeforeEach
    void createRepository() throws IOException {
        root = Files.createDirectory(outside.resolve("repo")).toRealPath();
        Files.createDirectory(root.resolve("tf"));
    }

    private record Saying(String name, BiConsumer<RepositoryView, Emission.Builder> words) implements Emitter {

        @Override
        public Emission emit(DataSourcePlan plan, RepositoryView view) {
            Emission.Builder out = Emission.builder();
            words.accept(view, out);
            return out.build();
        }
    }

    private Preview preview(BiConsumer<RepositoryView, Emission.Builder> words) {
        return preview(Repository.directory("repo", root), words);
    }

    private static Preview preview(Repository repository, BiConsumer<RepositoryView, Emission.Builder> words) {
        DataSourcePlan plan = DataSourcePlan.builder(Platform.runbook())
                .loader(Loader.dlt())
                .source(
                        "crm",
                        RestApi.at("https://api.example.com/"),
                        source -> source.table(
                                "crm_rows",
                                table -> table.description("One row per row.")
                                        .from(RestApi.endpoint("rows", e -> e.paginator(Paginator.singlePage())))
                                        .primaryKey("id")))
                .build();
        return Workspace.of().repository(repository, new Saying("one", words)).onboard(plan);
    }

    private List<String> codes(Fragment fragment) {
        return preview((repository, out) -> out.fragment(fragment)).conflicts().stream()
                .map(conflict -> conflict.file() + " " + conflict.code())
                .toList();
    }

    @Test
    void whatApplyWouldRefuseIsAConflictOfThePreview() throws IOException {
        Files.writeString(root.resolve("Main.py"), "x\n");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("tf"));
        Files.createDirectory(root.resolve("folder.py"));

        assertThat(codes(Fragment.file(SCOPE, "main.py", "x\n"))).containsExactly("main.py apply.twin");
        assertThat(codes(Fragment.file(SCOPE, "link/a.py", "x\n"))).containsExactly("link/a.py apply.link");
        assertThat(codes(Fragment.file(SCOPE, "folder.py", "x\n"))).containsExactly("folder.py apply.type");
    }

    @Test
    void aLinkThatLeadsToItselfIsAConflictThatAsksForTheFile() throws IOException {
        Files.createSymbolicLink(root.resolve("main.py"), Path.of("main.py"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));

        Preview preview = preview((repository, out) -> {
            assertThat(repository.text("main.py")).isEmpty();
            out.fragment(Fragment.file(SCOPE, "main.py", "x\n"));
        });

        assertThat(preview.conflicts())
                .extracting(Conflict::toString)
                .containsExactly("repo/main.py: main.py is a symbolic link. Put the file or directory itself there;"
                        + " links are not followed for writing. [apply.link]");
        assertThat(codes(Fragment.file(SCOPE, "loop/a.py", "x\n"))).containsExactly("loop/a.py apply.link");
    }

    @Test
    void aPathThatIsTooLongIsAConflictThatSaysWhatTheSystemSaid() {
        Preview preview =
                preview((repository, out) -> out.fragment(Fragment.file(SCOPE, "a".repeat(300) + ".py", "x\n")));

        assertThat(preview.conflicts()).isNotEmpty().allSatisfy(conflict -> {
            assertThat(conflict.code()).isIn("apply.unreadable", "repository.unreadable");
            assertThat(conflict.message()).contains("ame too long");
        });
    }

    @Test
    void aLinkOutOfTheRepositoryThatNobodyNeedsIsIgnored() throws IOException {
        Files.writeString(outside.resolve("x.tf"), "broken {\n");
        Files.createDirectory(root.resolve("other"));
        Files.createSymbolicLink(root.resolve("other/x.tf"), outside.resolve("x.tf"));

        Preview preview = preview((repository, out) -> {
            repository.list("other").forEach(name -> repository.text("other/" + name));
            out.fragment(CRM);
        });

        assertThat(preview.conflicts()).isEmpty();
    }

    @Test
    void aLinkOutOfTheRepositoryIsAConflictInADirectoryThatIsWrittenToOrRequired() throws IOException {
        Files.writeString(outside.resolve("x.tf"), "# theirs\n");
        Files.createSymbolicLink(root.resolve("tf/x.tf"), outside.resolve("x.tf"));

        assertThat(codes(CRM)).containsExactly("tf/x.tf repository.unreadable");
        assertThat(preview((repository, out) ->
                                out.require(new Address.HclBlock("tf", "module", List.of("db")), "Add it."))
                        .conflicts())
                .extracting(Conflict::code)
                .containsExactly("repository.unreadable");
    }

    @Test
    void aBlockThatSomebodyAddedSinceInAnotherFileStopsApply() throws IOException {
        Preview preview = preview((repository, out) -> out.fragment(CRM));
        Files.writeString(root.resolve("tf/other.tf"), "module \"crm\" {\n}\n");

        assertThatThrownBy(preview::apply)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("repo/tf/other.tf")
                .hasMessageContaining("apply.changed");
        assertThat(root.resolve("tf/main.tf")).doesNotExist();
    }

    @Test
    void aBlockInAFileThatGitIgnoresIsNotThere() throws IOException {
        Files.writeString(root.resolve(".gitignore"), "secret_*.tf\n");
        Files.writeString(root.resolve("tf/secret_a.tf"), "module \"crm\" {\n}\n");

        preview((repository, out) -> {
                    assertThat(repository.list("tf")).isEmpty();
                    out.fragment(CRM);
                })
                .apply();

        assertThat(root.resolve("tf/main.tf")).hasContent("module \"crm\" {\n}\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPathThatGitIgnoresIsAConflictThatNamesTheRule(boolean there) throws IOException {
        Files.writeString(root.resolve("tf/.gitignore"), "# local\n*.py\n/main.tf\n");
        if (there) {
            Files.writeString(root.resolve("tf/a.py"), "theirs\n");
            Files.writeString(root.resolve("tf/main.tf"), "module \"crm\" {\n}\n");
        }

        Preview preview =
                preview((repository, out) -> out.fragment(CRM).fragment(Fragment.file(SCOPE, "tf/a.py", "ours\n")));

        assertThat(preview.conflicts())
                .extracting(Conflict::toString)
                .containsExactly(
                        "repo/tf/a.py: Git ignores this path (tf/.gitignore:2:*.py), so it is neither read nor written."
                                + " Narrow that rule so that it leaves the path out, then make a new preview."
                                + " [repository.ignored]",
                        "repo/tf/main.tf: Git ignores this path (tf/.gitignore:3:/main.tf), so it is neither read nor"
                                + " written. Narrow that rule so that it leaves the path out, then make a new preview."
                                + " [repository.ignored]");
    }

    @Test
    void aRuleThatSomebodyAddedSinceStopsApply() throws IOException {
        Preview preview = preview((repository, out) -> out.fragment(CRM));
        Files.writeString(root.resolve(".gitignore"), "main.tf\n");

        assertThatThrownBy(preview::apply)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("repo/tf/main.tf")
                .hasMessageContaining("apply.changed");
        assertThat(root.resolve("tf/main.tf")).doesNotExist();
    }

    @Test
    void whatACutOffApplyLeftIsAFindingAndGoneAfterTheNextApply() throws IOException {
        Files.writeString(root.resolve("tf/main.tf"), "# theirs\n\nmodule \"crm\" {\n}\n");
        Files.writeString(root.resolve("tf/.main.tf.hw-old"), "# theirs\n");

        Preview preview = preview((repository, out) -> out.fragment(CRM));

        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.findings())
                .extracting(finding -> finding.code() + " " + finding.scopes().get(0) + ": " + finding.message())
                .containsExactly(
                        "apply.leftover dlt: repo/tf/.main.tf.hw-old is there: another apply may be running, or"
                                + " one was cut off. It holds nothing that is lost with it, so the next apply removes it; wait"
                                + " for one that is running.");
        preview.apply();
        assertThat(root.resolve("tf/.main.tf.hw-old")).doesNotExist();
    }

    @Test
    void aPathThatNotEverySystemHasIsAConflictWhereverTheRepositoryIs() {
        Fragment odd = Fragment.file(SCOPE, "a?b/x.py", "x\n");

        assertThat(codes(odd)).containsExactly("a?b/x.py apply.path");
        assertThat(preview(Repository.inMemory("repo", Map.of()), (repository, out) -> out.fragment(odd))
                        .conflicts())
                .extracting(Conflict::code)
                .containsExactly("apply.path");
    }

    @Test
    void aFileOfSuchANameCanBeRequired() throws IOException {
        Files.writeString(root.resolve("a?b"), "theirs\n");

        assertThat(preview((repository, out) -> out.require(new Address.File("a?b"), "Add it."))
                        .conflicts())
                .isEmpty();
    }

    @Test
    void applyingTwiceDoesNothingTheSecondTime() throws IOException {
        Preview preview = preview((repository, out) -> out.fragment(CRM));
        preview.apply();
        preview.apply();

        assertThat(root.resolve("tf/main.tf")).hasContent("module \"crm\" {\n}\n");
    }
}
