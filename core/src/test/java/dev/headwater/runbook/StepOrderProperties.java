package dev.headwater.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StepOrderProperties {

    /** A step of a stage, after some of those that are said before it. */
    record Said(Stage stage, Set<Integer> after) {

        Step at(int place) {
            String[] ids = after.stream()
                    .filter(other -> other < place)
                    .map(StepOrderProperties::id)
                    .toArray(String[]::new);
            return step(id(place), stage).after(ids);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Stage.class),
                        Arbitraries.integers().between(0, 30).set().ofMaxSize(4))
                .as(Said::new)
                .list()
                .ofMaxSize(30)
                .map(said -> IntStream.range(0, said.size())
                        .mapToObj(place -> said.get(place).at(place))
                        .toList());
    }

    /** What the order is: time and again, the first by the parts of the runbook that waits for no other. */
    @Property
    void theNextIsTheFirstThatWaitsForNone(@ForAll("steps") List<Step> said) {
        List<Step> waiting = new ArrayList<>(
                said.stream().sorted(Comparator.comparing(Step::stage)).toList());
        List<Step> expected = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Step next = waiting.stream()
                    .filter(step -> waiting.stream().noneMatch(other -> isAfter(step, other)))
                    .findFirst()
                    .orElseThrow();
            waiting.remove(next);
            expected.add(next);
        }

        assertThat(StepOrder.of(said)).isEqualTo(expected);
    }

    /** Nothing waits for the verification but the verification. */
    private static boolean isAfter(Step step, Step other) {
        return step.after().contains(other.id())
                && (step.stage() == Stage.VERIFICATION || other.stage() != Stage.VERIFICATION);
    }

    @Example
    void aStepThatIsNotThereIsWaitedForByNobody() {
        Step alone = step("a", Stage.STAGING).after("nowhere");

        assertThat(StepOrder.of(List.of(alone))).containsExactly(alone);
    }

    @Example
    void stepsThatWaitForEachOtherAreRefused() {
        Step first = step("a", Stage.STAGING).after("b").in("jobs", "house");
        Step second = step("b", Stage.STAGING).after("a").in("jobs", "house");
        Step other = step("c", Stage.STAGING);

        assertThatThrownBy(() -> StepOrder.of(List.of(first, second, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The steps a of the emitter \"house\" in \"jobs\", b of the emitter \"house\" in \"jobs\" wait"
                                + " for each other; have one of these emitters leave an after(...) or waitsFor(...) out.");
    }

    private static String id(int place) {
        return "step" + place;
    }

    private static Step step(String id, Stage stage) {
        return Step.manual(Scope.loader("dlt"), id, stage, id, "");
    }
}
