package dev.headwater.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static Problem at(String path) {
        return Problem.of("a.code", path, "Wrong.", "Mend it.");
    }

    private static List<String> sortedPaths(String... paths) {
        return List.of(paths).stream()
                .map(ProblemTest::at)
                .sorted()
                .map(Problem::path)
                .toList();
    }

    @Test
    void positionsAreNumbersSoThatTheTenthComesAfterTheNinth() {
        assertThat(sortedPaths("tables[10].name", "tables[9].name", "tables[100].name", "tables[0].name"))
                .containsExactly("tables[0].name", "tables[9].name", "tables[10].name", "tables[100].name");
    }

    @Test
    void eachPositionOfAPathIsANumber() {
        assertThat(sortedPaths("sources[10].tables[2]", "sources[2].tables[10]", "sources[2].tables[9]"))
                .containsExactly("sources[2].tables[9]", "sources[2].tables[10]", "sources[10].tables[2]");
    }

    @Test
    void positionsThatNoIntegerHoldsAreNumbersToo() {
        assertThat(sortedPaths("t[99999999999999999999]", "t[100000000000000000000]"))
                .containsExactly("t[99999999999999999999]", "t[100000000000000000000]");
    }

    @Test
    void whatHoldsComesBeforeWhatItHolds() {
        assertThat(sortedPaths("sources[0].tables", "sources[0]", "", "sources"))
                .containsExactly("", "sources", "sources[0]", "sources[0].tables");
    }

    @Test
    void otherPathsAreInTheOrderOfTheirLetters() {
        assertThat(sortedPaths("sources[0].name", "platform.workPool", "loader.name", "sources[0].method"))
                .containsExactly("loader.name", "platform.workPool", "sources[0].method", "sources[0].name");
    }

    @Test
    void problemsOfOnePathAreInTheOrderOfCodeAndMessage() {
        Problem last = Problem.of("b.code", "name", "A.", "Mend it.");
        Problem second = Problem.of("a.code", "name", "B.", "Mend it.");
        Problem first = Problem.of("a.code", "name", "A.", "Mend it.");

        assertThat(List.of(last, second, first).stream().sorted()).containsExactly(first, second, last);
    }

    @Test
    void aProblemReadsAsPathMessageHintAndCode() {
        assertThat(Problem.of("name.python.keyword", "sources[0].name", "\"class\" is a keyword.", "Use \"classes\"."))
                .hasToString("sources[0].name: \"class\" is a keyword. Use \"classes\". [name.python.keyword]");
    }

    @Test
    void aProblemWithoutAPathIsThatOfThePlan() {
        assertThat(at("")).hasToString("plan: Wrong. Mend it. [a.code]");
    }

    @Test
    void aCollectionGivesEachProblemOnceAndSorted() {
        Problems problems = new Problems();
        problems.add("a.code", "tables[10]", "Wrong.", "Mend it.");
        problems.add("a.code", "tables[9]", "Wrong.", "Mend it.");
        problems.add("a.code", "tables[10]", "Wrong.", "Mend it.");

        assertThat(problems.sorted()).containsExactly(at("tables[9]"), at("tables[10]"));
    }

    @Test
    void theExceptionListsOneProblemALine() {
        InvalidPlanException exception = new InvalidPlanException(List.of(at("loader"), at("sources")));

        assertThat(exception).hasMessage("""
                loader: Wrong. Mend it. [a.code]
                sources: Wrong. Mend it. [a.code]""");
        assertThat(exception.problems()).containsExactly(at("loader"), at("sources"));
    }
}
