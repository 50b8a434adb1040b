package dev.headwater.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.change.Tree;
import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What apply writes. */
final class ApplierTest {

    private static final Map<String, String> BEFORE =
            Map.of("main.tf", "old\r\n", "gone/deep/x.tf", "x", "kept.tf", "k");
    private static final Map<String, String> AFTER =
            Map.of("main.tf", "new\r\n", "a/b/c.tf", "\ufeffc without end", "kept.tf", "k");

    @TempDir
    Path directory;

    private Path root;
    private Applier applier;

    @BeforeEach
    void createRepository() throws IOException {
        root = Files.createDirectory(directory.resolve("terraform")).toRealPath();
        Tree.write(root, BEFORE);
        applier = new Applier(Map.of("terraform", root), Map.of());
    }

    @Test
    void createsEditsAndDeletes() throws IOException {
        applier.apply(List.of(changes()));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void createsDirectoriesAndRemovesThoseThatLostTheirLastFile() throws IOException {
        applier.apply(List.of(changes()));

        assertThat(Tree.directories(root)).containsExactly("", "a", "a/b");
    }

    @Test
    void keepsADirectoryThatHoldsSomethingElse() throws IOException {
        Files.createDirectory(root.resolve("gone/__pycache__"));

        applier.apply(List.of(changes()));

        assertThat(Tree.directories(root)).contains("gone").doesNotContain("gone/deep");
    }

    @Test
    void keepsThePermissionsOfAnEditedFile() throws IOException {
        Path file = root.resolve("main.tf");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));

        applier.apply(List.of(changes()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
    }

    @Test
    void doesNothingTheSecondTime() throws IOException {
        applier.apply(List.of(changes()));
        new Applier(Map.of("terraform", root), Map.of(), new FailingDisk(1, 1)).apply(List.of(changes()));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void finishesWhatIsPartlyThere() throws IOException {
        Files.writeString(root.resolve("main.tf"), "new\r\n");

        applier.apply(List.of(changes()));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void writesTheRecord() throws IOException {
        applier.apply(List.of(creates(".headwater/dlt.hubspot.json")));

        assertThat(root.resolve(".headwater/dlt.hubspot.json")).hasContent("text");
    }

    @Test
    void writesThroughARootThatIsALink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root);

        new Applier(Map.of("terraform", link), Map.of()).apply(List.of(changes()));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void appliesNothingWhenAnyChangeSetHasAConflict() throws IOException {
        Conflict conflict = new Conflict("hcl.changed", "dbt", "x.yml", 3, "It changed.", "Look.", Optional.empty());
        ChangeSet conflicting = new ChangeSet("dbt", List.of(), List.of(conflict));

        assertThatThrownBy(() -> applier.apply(List.of(changes(), conflicting)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("dbt/x.yml:3: It changed. Look. [hcl.changed]");
        assertThat(Tree.read(root)).isEqualTo(BEFORE);
    }

    @Test
    void appliesNothingWhenARepositoryHasNoDirectory() throws IOException {
        ChangeSet elsewhere = Tree.changes("hosted", Map.of(), Map.of("a.tf", "a"));

        assertThatThrownBy(() -> applier.apply(List.of(changes(), elsewhere)))
                .isInstanceOf(RepositoryException.class)
                .hasMessage(
                        "The repository hosted has no directory to write to: take its changes as data, or give it as"
                                + " a directory.");
        assertThat(Tree.read(root)).isEqualTo(BEFORE);
    }

    @Test
    void needsNoDirectoryWhereNothingChanges() throws IOException {
        applier.apply(List.of(changes(), new ChangeSet("hosted", List.of(), List.of())));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void refusesARootThatIsNotThere() {
        Applier lost = new Applier(Map.of("terraform", directory.resolve("missing")), Map.of());

        assertThatThrownBy(() -> lost.apply(List.of(changes())))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith("The repository terraform is not at ");
    }

    @Test
    void writesAllRepositoriesOrNone() throws IOException {
        Path second = Files.createDirectory(directory.resolve("dbt"));
        Files.writeString(second.resolve("x.sql"), "somebody's");
        Applier both = new Applier(Map.of("terraform", root, "dbt", second), Map.of());
        ChangeSet late = Tree.changes("dbt", Map.of("x.sql", "seen"), Map.of("x.sql", "wanted"));

        assertThatThrownBy(() -> both.apply(List.of(changes(), late))).isInstanceOf(ConflictException.class);
        assertThat(Tree.read(root)).isEqualTo(BEFORE);
    }

    private static ChangeSet changes() {
        return Tree.changes("terraform", BEFORE, AFTER);
    }

    private static ChangeSet creates(String path) {
        return Tree.changes("terraform", Map.of(), Map.of(path, "text"));
    }
}
