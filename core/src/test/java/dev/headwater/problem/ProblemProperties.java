package dev.headwater.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProblemProperties {

    @Property
    void theOrderDoesNotDependOnWhatWasFoundFirst(@ForAll("problems") List<Problem> found, @ForAll Random random) {
        List<Problem> shuffled = new ArrayList<>(found);
        Collections.shuffle(shuffled, random);

        assertThat(shuffled.stream().sorted())
                .containsExactlyElementsOf(found.stream().sorted().toList());
    }

    @Property
    void onlyTheSameProblemsHaveTheSamePlace(@ForAll("problem") Problem one, @ForAll("problem") Problem other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatComesBetweenIsBetween(
            @ForAll("problem") Problem one, @ForAll("problem") Problem two, @ForAll("problem") Problem three) {
        List<Problem> sorted = List.of(one, two, three).stream().sorted().toList();

        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
    }

    @Provide
    Arbitrary<List<Problem>> problems() {
        return problem().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<Problem> problem() {
        Arbitrary<String> path = Arbitraries.of("tables", "name", "[0]", "[9]", "[10]", "[100]", "10", "9", ".", "a")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        Arbitrary<String> word = Arbitraries.of("a", "b");
        return Combinators.combine(path, word, word)
                .as((where, code, message) -> Problem.of(code, where, message, "Mend it."));
    }
}
