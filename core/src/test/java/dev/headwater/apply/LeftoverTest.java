package dev.headwater.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.change.Tree;
import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an apply that is killed leaves beside the files, and what becomes of it. */
final class LeftoverTest {

    private static final Map<String, String> BEFORE =
            Map.of("added.tf", "first\r\nlast", "replaced.tf", "old\n", "gone/d.tf", "old d\n");
    private static final Map<String, String> AFTER = Map.of(
            "new/deep/a.tf", "new \u00e9\n", "added.tf", "first\r\nmiddle \u00e9\r\nlast", "replaced.tf", "new\n");
    private static final Set<String> WANTED = Set.of("new/deep/a.tf", "added.tf", "replaced.tf", "gone/d.tf");

    /** As {@link ApplyMidwayTest} counts them. */
    private static final int STEPS = 16 + 5;

    @TempDir
    Path root;

    @BeforeEach
    void createRepository() throws IOException {
        Tree.write(root, BEFORE);
    }

    static IntStream steps() {
        return IntStream.rangeClosed(1, STEPS);
    }

    private void killAt(int step) {
        FailingDisk disk = new FailingDisk(step, Integer.MAX_VALUE);
        assertThat(catchThrowableOfType(
                        RepositoryException.class,
                        () -> new Applier(Map.of("terraform", root), Map.of(), disk).apply(changes(BEFORE))))
                .isNotNull();
    }

    private static List<ChangeSet> changes(Map<String, String> from) {
        return List.of(Tree.changes("terraform", from, AFTER));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>(Tree.read(root));
        files.keySet().removeIf(LeftoverTest::isLeftover);
        return files;
    }

    private static boolean isLeftover(String path) {
        return path.endsWith(".hw-old") || path.endsWith(".hw-new");
    }

    private List<String> leftovers() throws IOException {
        return Tree.read(root).keySet().stream()
                .filter(LeftoverTest::isLeftover)
                .toList();
    }

    private Applier applier() {
        return new Applier(Map.of("terraform", root), Map.of("terraform", WANTED));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theNextApplyFinishesItAndLeavesNothingBehindOrNamesWhatItLeaves(int step) throws IOException {
        killAt(step);

        List<ChangeSet> next = changes(files());
        List<Conflict> named = applier().check(next).faults();
        for (Conflict conflict : named) {
            assertThat(conflict.code()).isEqualTo("apply.leftover");
            String name = conflict.message().substring(0, conflict.message().indexOf(" is there"));
            assertThat(Tree.read(root).get(name)).isIn(BEFORE.values());
            Files.delete(root.resolve(name));
        }
        applier().apply(next);

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theSameApplyAgainKnowsTheOldTextsAndLeavesNothingBehind(int step) throws IOException {
        killAt(step);

        applier().apply(changes(BEFORE));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aKillWhileItFinishesLosesNothingEither(int step) throws IOException {
        killAt(12);
        FailingDisk disk = new FailingDisk(step, Integer.MAX_VALUE);
        Applier killed = new Applier(Map.of("terraform", root), Map.of("terraform", WANTED), disk);
        RepositoryException cut = catchThrowableOfType(RepositoryException.class, () -> killed.apply(changes(BEFORE)));
        assertThat(cut != null).isEqualTo(disk.hasFailed());

        applier().apply(changes(BEFORE));

        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void whatIsLeftBesideAWantedFileIsNamedAlthoughTheFileIsAsItShouldBe() throws IOException {
        Tree.write(root, AFTER);
        Files.writeString(root.resolve(".replaced.tf.hw-old"), "old\n");
        Files.writeString(root.resolve(".added.tf.hw-old"), "first\r\nlast");
        Files.writeString(root.resolve(".other.tf.hw-old"), "nobody's business\n");

        Preflight preflight = applier().check(List.of());

        assertThat(preflight.faults())
                .extracting(Conflict::toString)
                .containsExactly("terraform/replaced.tf: .replaced.tf.hw-old is there: another apply may be running, or"
                        + " one was cut off. Wait for the other one; only when none is running, compare it with this"
                        + " file, keep what you need, and remove it. [apply.leftover]");
        assertThat(preflight.leftovers()).extracting(Leftover::toString).containsExactly("terraform/.added.tf.hw-old");
        assertThat(catchThrowableOfType(ConflictException.class, () -> applier().apply(List.of())))
                .isNotNull();
        assertThat(leftovers()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b;c; | true",
                "a;c; | true",
                "a;b;c | true",
                "'' | true",
                "a;b | true",
                "long li | true",
                "c;a; | false",
                "a;x; | false",
                "a;b;c;d; | false",
                "b;b; | false",
                "long li; a | false"
            })
    void itMayGoWhenEveryLineOfItStandsInTheFileInThisOrder(String left, boolean spare) throws IOException {
        Files.writeString(root.resolve("x.tf"), "a\nb\nc\nlong line\n");
        Files.writeString(root.resolve(".x.tf.hw-old"), left.replace(';', '\n'));

        List<Leftover> found = Leftover.beside(new Place("terraform", root, "x.tf"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).isSpare(List.of())).isEqualTo(spare);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a\\r\\nb\\r\\n | a\\nb\\n     | false
            a\\nb\\n     | a\\r\\nb\\r\\n | false
            a\\rb\\r     | a\\nb\\n     | false
            a\\n        | a            | false
            a\\r\\nb\\r\\n | a\\r\\nb\\r\\n | true
            a\\r        | a\\r\\nb\\r\\n | true
            a            | a\\nb\\n     | true
            """)
    void itIsNotSpareWhenItsLineEndsAreOthers(String left, String file, boolean spare) throws IOException {
        Files.writeString(root.resolve("x.tf"), file.translateEscapes());
        Files.writeString(root.resolve(".x.tf.hw-old"), left.translateEscapes());

        Leftover found = Leftover.beside(new Place("terraform", root, "x.tf")).get(0);

        assertThat(found.isSpare(List.of())).isEqualTo(spare);
    }

    @Test
    void aLinkOrADirectoryOfThatNameIsNoLeftoverThatMayGo() throws IOException {
        Files.createDirectory(root.resolve(".added.tf.hw-new"));
        Files.createSymbolicLink(root.resolve(".added.tf.hw-old"), root.resolve("added.tf"));

        List<Leftover> found = Leftover.beside(new Place("terraform", root, "added.tf"));

        assertThat(found).hasSize(2);
        for (Leftover leftover : found) {
            assertThat(leftover.isSpare(List.of())).isFalse();
        }
    }
}
