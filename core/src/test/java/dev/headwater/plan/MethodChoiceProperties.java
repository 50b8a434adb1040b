package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.plan.MethodChoice.Method;
import dev.headwater.plan.MethodChoice.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for whatever is known of a source. */
class MethodChoiceProperties {

    /** One fact a setting; those left out are null. */
    @Provide
    Arbitrary<List<@Nullable Consumer<MethodChoice.Builder>>> facts() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class)
                                .<Consumer<MethodChoice.Builder>>map(kind -> known -> known.kind(kind))
                                .injectNull(0.3),
                        Arbitraries.integers()
                                .between(1, 9)
                                .<Consumer<MethodChoice.Builder>>map(number -> known -> known.streams(number))
                                .injectNull(0.3),
                        Arbitraries.of(Configurer.class)
                                .<Consumer<MethodChoice.Builder>>map(who -> known -> known.configuredBy(who))
                                .injectNull(0.3),
                        Arbitraries.of(Duration.ofSeconds(5), Duration.ofHours(24))
                                .<Consumer<MethodChoice.Builder>>map(age -> known -> known.freshWithin(age))
                                .injectNull(0.3))
                .as((kind, streams, who, age) -> {
                    List<@Nullable Consumer<MethodChoice.Builder>> facts = new ArrayList<>();
                    Collections.addAll(facts, kind, streams, who, age);
                    return facts;
                });
    }

    private static MethodChoice choice(List<@Nullable Consumer<MethodChoice.Builder>> facts) {
        return MethodChoice.of(known -> facts.forEach(fact -> {
            if (fact != null) {
                fact.accept(known);
            }
        }));
    }

    private static int reasons(MethodChoice choice, Method method) {
        return choice.verdicts().stream()
                .filter(verdict -> verdict.method() == method)
                .mapToInt(verdict -> verdict.inFavour().size())
                .sum();
    }

    @Property
    void theOrderInWhichFactsAreGivenDoesNotMatter(
            @ForAll("facts") List<@Nullable Consumer<MethodChoice.Builder>> facts) {
        List<@Nullable Consumer<MethodChoice.Builder>> reversed = new ArrayList<>(facts);
        Collections.reverse(reversed);

        assertThat(choice(reversed)).isEqualTo(choice(facts));
        assertThat(choice(reversed).verdicts()).isEqualTo(choice(facts).verdicts());
    }

    @Property
    void eachMethodHasOneVerdictAndTheFirstOneIsRecommendedIfAnythingSpeaksForAny(
            @ForAll("facts") List<@Nullable Consumer<MethodChoice.Builder>> facts) {
        List<Verdict> verdicts = choice(facts).verdicts();

        assertThat(verdicts).extracting(Verdict::method).containsExactlyInAnyOrder(Method.values());
        assertThat(choice(facts).recommended().isPresent())
                .isEqualTo(verdicts.stream()
                        .anyMatch(verdict -> !verdict.inFavour().isEmpty()));
        choice(facts)
                .recommended()
                .ifPresent(best -> assertThat(best)
                        .isEqualTo(verdicts.get(0))
                        .satisfies(first -> assertThat(first.inFavour()).isNotEmpty()));
    }

    @Property
    void aFurtherFactThatSpeaksForTheRecommendedMethodLeavesItRecommended(
            @ForAll("facts") List<@Nullable Consumer<MethodChoice.Builder>> facts) {
        MethodChoice all = choice(facts);
        IntStream.range(0, facts.size()).forEach(left -> {
            List<@Nullable Consumer<MethodChoice.Builder>> fewer = new ArrayList<>(facts);
            fewer.set(left, null);
            MethodChoice before = choice(fewer);
            before.recommended()
                    .map(Verdict::method)
                    .filter(best -> reasons(all, best) > reasons(before, best))
                    .ifPresent(best ->
                            assertThat(all.recommended()).map(Verdict::method).contains(best));
        });
    }

    @Property
    void whatIsKnownToBeOfAKindGoesToAMethodThatReadsIt(
            @ForAll Kind kind, @ForAll("facts") List<@Nullable Consumer<MethodChoice.Builder>> facts) {
        facts.set(0, known -> known.kind(kind));

        assertThat(choice(facts).recommended().orElseThrow().method().reads(kind))
                .isTrue();
    }
}
