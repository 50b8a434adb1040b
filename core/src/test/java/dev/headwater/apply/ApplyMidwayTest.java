package dev.headwater.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Tree;
import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the files when writing fails midway. */
final class ApplyMidwayTest {

    private static final Map<String, String> BEFORE = Map.of("b.tf", "old b", "c.tf", "old c", "gone/d.tf", "old d");
    private static final Map<String, String> AFTER = Map.of("new/deep/a.tf", "new a", "b.tf", "new b", "c.tf", "new c");

    /** Two directories; three files to create and write; two to copy, with permissions; four to move. */
    private static final int STEPS_TO_WRITE = 2 + 3 * 2 + 2 * 2 + 4;

    /** What was kept of three edits and deletes, what may be beside the new file, and an empty directory. */
    private static final int STEPS_TO_CLEAR = 5;

    @TempDir
    Path root;

    @BeforeEach
    void createRepository() throws IOException {
        Tree.write(root, BEFORE);
    }

    static IntStream stepsToWrite() {
        return IntStream.rangeClosed(1, STEPS_TO_WRITE);
    }

    static IntStream stepsToClear() {
        return IntStream.rangeClosed(STEPS_TO_WRITE + 1, STEPS_TO_WRITE + STEPS_TO_CLEAR);
    }

    @ParameterizedTest
    @MethodSource("stepsToWrite")
    void putsEverythingBackWhateverStepFails(int step) throws IOException {
        RepositoryException failure = apply(new FailingDisk(step, step));

        assertThat(failure)
                .hasMessageMatching("terraform/\\S+ could not be written \\(no space left\\), so nothing was changed:"
                        + " every file is as it was\\.");
        assertThat(Tree.read(root)).isEqualTo(BEFORE);
        assertThat(Tree.directories(root)).containsExactly("", "gone");
    }

    @ParameterizedTest
    @MethodSource("stepsToWrite")
    void losesNoOldTextWhenOneStepBackFailsToo(int step) throws IOException {
        assertNothingLost(apply(new FailingDisk(step, step + 1)));
    }

    @ParameterizedTest
    @MethodSource("stepsToWrite")
    void losesNoOldTextWhenNoStepBackWorks(int step) throws IOException {
        assertNothingLost(apply(new FailingDisk(step, Integer.MAX_VALUE)));
    }

    private void assertNothingLost(RepositoryException failure) throws IOException {
        assertThat(Tree.read(root).values()).containsAll(BEFORE.values());
        if (!Tree.read(root).equals(BEFORE)) {
            assertThat(failure).hasMessageContaining("not everything could be put back: look at terraform/");
            assertThat(failure.getSuppressed()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stepsToClear")
    void keepsWhatIsWrittenWhenOnlyClearingFails(int step) throws IOException {
        RepositoryException failure = apply(new FailingDisk(step, step));

        assertThat(failure).hasMessageStartingWith("Everything was written, but what was kept beside terraform/");
        assertThat(Tree.read(root)).containsAllEntriesOf(AFTER);
    }

    @Test
    void takesNoFurtherStep() throws IOException {
        FailingDisk disk = new FailingDisk(STEPS_TO_WRITE + STEPS_TO_CLEAR + 1, Integer.MAX_VALUE);

        new Applier(Map.of("terraform", root), Map.of(), disk).apply(changes());

        assertThat(disk.hasFailed()).isFalse();
        assertThat(Tree.read(root)).isEqualTo(AFTER);
    }

    @Test
    void putsBackWhenAFileChangesMeanwhile() throws IOException {
        Disk disk = new Disk() {
            @Override
            void copy(Path from, Path to) throws IOException {
                super.copy(from, to);
                Files.writeString(root.resolve("c.tf"), "a person's c");
            }
        };

        RepositoryException failure = apply(disk);

        assertThat(failure)
                .hasMessage(
                        "terraform/c.tf could not be written (somebody changed it meanwhile), so nothing was changed:"
                                + " every file is as it was.");
        assertThat(Tree.read(root)).isEqualTo(Map.of("b.tf", "old b", "c.tf", "a person's c", "gone/d.tf", "old d"));
    }

    @Test
    void saysThatAnotherApplyMayBeRunningWhenItsFileIsThere() throws IOException {
        Disk disk = new Disk() {
            @Override
            void create(Path file) throws IOException {
                Files.writeString(file, "the other one's");
                super.create(file);
            }
        };

        RepositoryException failure = apply(disk);

        assertThat(failure)
                .hasMessageContaining("is there already; another apply may be running")
                .hasMessageContaining("nothing was changed");
    }

    private RepositoryException apply(Disk disk) {
        return catchThrowableOfType(
                RepositoryException.class,
                () -> new Applier(Map.of("terraform", root), Map.of(), disk).apply(changes()));
    }

    private static List<ChangeSet> changes() {
        return List.of(Tree.changes("terraform", BEFORE, AFTER));
    }
}
