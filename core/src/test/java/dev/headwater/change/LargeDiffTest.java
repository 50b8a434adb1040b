package dev.headwater.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.git.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts so large that comparing each line with each other one would need more memory than there is. */
class LargeDiffTest {

    private static final int MANY = 20_000;

    @Test
    void aNewFileIsOneHunkOfAllItsLines() {
        String text = items(MANY, LargeDiffTest::item);

        String diff = diff(Optional.empty(), Optional.of(text));

        assertThat(diff).contains("@@ -0,0 +1," + 4 * MANY + " @@\n");
        assertThat(lines(diff, '+')).hasSize(4 * MANY);
    }

    @Test
    void aDeletedFileIsOneHunkOfAllItsLines() {
        String text = items(MANY, LargeDiffTest::item);

        String diff = diff(Optional.of(text), Optional.empty());

        assertThat(diff).contains("@@ -1," + 4 * MANY + " +0,0 @@\n");
        assertThat(lines(diff, '-')).hasSize(4 * MANY);
    }

    @Test
    void itemsThatArePutInFarFromEachOtherAreHunksOfTheirOwnAndTakeNothingAway(@TempDir Path folder)
            throws IOException, InterruptedException {
        String before = items(MANY, LargeDiffTest::item);
        String after = items(MANY, i -> i % 10 == 0 ? item(i) + item(MANY + i) : item(i));

        String diff = diff(Optional.of(before), Optional.of(after));

        assertThat(diff.lines().filter(line -> line.startsWith("@@"))).hasSize(MANY / 10);
        assertThat(lines(diff, '+')).hasSize(4 * MANY / 10);
        assertThat(lines(diff, '-')).isEmpty();
        gitApplies(folder, before, diff, after);
    }

    @Test
    void textsThatHaveNothingInCommonAreExchanged(@TempDir Path folder) throws IOException, InterruptedException {
        String before = items(MANY, i -> "old " + i + "\n");
        String after = items(MANY, i -> "new " + i + "\n");

        String diff = diff(Optional.of(before), Optional.of(after));

        assertThat(diff).contains("@@ -1," + MANY + " +1," + MANY + " @@\n");
        gitApplies(folder, before, diff, after);
    }

    @Test
    void linesThatAreThereOftenHoldNothingTogetherAndStillGiveAPatch(@TempDir Path folder)
            throws IOException, InterruptedException {
        String before = items(MANY, i -> i % 3 == 0 ? "a\n" : "b\n");
        String after = items(MANY, i -> i % 5 == 0 ? "b\n" : "a\n");

        gitApplies(folder, before, diff(Optional.of(before), Optional.of(after)), after);
    }

    private static String items(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
    }

    private static String item(int number) {
        return "- name: item " + number + "\n  description: one of many\n  tags:\n    - same\n";
    }

    private static String diff(Optional<String> before, Optional<String> after) {
        return new ChangeSet("any", List.of(new FileChange("a.yml", before, after)), List.of()).diff();
    }

    /** Lines of hunks that start with the mark. */
    private static List<String> lines(String diff, char mark) {
        return diff.lines()
                .filter(line -> line.charAt(0) == mark && !line.startsWith("+++ ") && !line.startsWith("--- "))
                .toList();
    }

    private static void gitApplies(Path folder, String before, String diff, String after)
            throws IOException, InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed, so no patch can be given to it");
        Tree.write(folder, Map.of("a.yml", before));
        assertThat(new Git(folder).apply(diff)).isEmpty();
        assertThat(Tree.read(folder)).isEqualTo(Map.of("a.yml", after));
    }
}
