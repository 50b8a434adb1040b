package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headwater.method.Airbyte;
import dev.headwater.method.RestApi;
import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Criterion;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.plan.MethodChoice.Method;
import dev.headwater.plan.MethodChoice.Reason;
import dev.headwater.plan.MethodChoice.Verdict;
import dev.headwater.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbook's table as code: each of its rows, and each of its criteria, is the outcome for some source. */
class MethodChoiceTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String NO_ENGINEERS = "people who are no engineers configure it (\"non-engineer config\")";

    private static Arguments known(
            Consumer<MethodChoice.Builder> known, Method recommended, List<Criterion> inFavour, Criterion... against) {
        return Arguments.of(known, recommended, inFavour, List.of(against));
    }

    private static Stream<Arguments> outcomes() {
        return Stream.of(
                known(k -> k.kind(Kind.API), Method.DLT, List.of(Criterion.APIS)),
                known(k -> k.kind(Kind.DATABASE), Method.DLT, List.of(Criterion.DATABASES)),
                known(k -> k.streams(2), Method.DLT, List.of(Criterion.SIMPLE_SOURCES)),
                known(k -> k.streams(5), Method.AIRBYTE, List.of(Criterion.COMPLEX_SAAS)),
                known(
                        k -> k.configuredBy(Configurer.NON_ENGINEERS),
                        Method.AIRBYTE,
                        List.of(Criterion.NON_ENGINEER_CONFIG)),
                known(k -> k.kind(Kind.FILES_IN_S3), Method.SNOWPIPE, List.of(Criterion.FILE_BASED)),
                known(k -> k.kind(Kind.EVENTS), Method.KAFKA_CONNECT, List.of(Criterion.REAL_TIME_STREAMS)),
                known(
                        k -> k.freshWithin(Duration.ofMinutes(1)),
                        Method.KAFKA_CONNECT,
                        List.of(Criterion.REAL_TIME_STREAMS)));
    }

    /** What is special outweighs what is general, and what the method does not do is said. */
    private static Stream<Arguments> mixtures() {
        return Stream.of(
                known(k -> k.kind(Kind.API).streams(4), Method.DLT, List.of(Criterion.APIS, Criterion.SIMPLE_SOURCES)),
                known(k -> k.kind(Kind.API).streams(12), Method.AIRBYTE, List.of(Criterion.COMPLEX_SAAS)),
                known(k -> k.kind(Kind.DATABASE).streams(80), Method.DLT, List.of(Criterion.DATABASES)),
                known(
                        k -> k.kind(Kind.API).streams(1).configuredBy(Configurer.NON_ENGINEERS),
                        Method.AIRBYTE,
                        List.of(Criterion.NON_ENGINEER_CONFIG),
                        Criterion.SIMPLE_SOURCES),
                known(
                        k -> k.kind(Kind.API).streams(12).configuredBy(Configurer.ENGINEERS),
                        Method.AIRBYTE,
                        List.of(Criterion.COMPLEX_SAAS),
                        Criterion.NON_ENGINEER_CONFIG),
                known(
                        k -> k.kind(Kind.API).freshWithin(Duration.ofSeconds(10)),
                        Method.DLT,
                        List.of(Criterion.APIS),
                        Criterion.REAL_TIME_STREAMS),
                known(
                        k -> k.kind(Kind.FILES_IN_S3).streams(1).freshWithin(Duration.ofSeconds(10)),
                        Method.SNOWPIPE,
                        List.of(Criterion.FILE_BASED),
                        Criterion.REAL_TIME_STREAMS),
                known(
                        k -> k.kind(Kind.EVENTS).configuredBy(Configurer.NON_ENGINEERS),
                        Method.KAFKA_CONNECT,
                        List.of(Criterion.REAL_TIME_STREAMS),
                        Criterion.NON_ENGINEER_CONFIG),
                known(
                        k -> k.kind(Kind.EVENTS).freshWithin(DAY),
                        Method.KAFKA_CONNECT,
                        List.of(Criterion.REAL_TIME_STREAMS),
                        Criterion.REAL_TIME_STREAMS));
    }

    @ParameterizedTest
    @MethodSource({"outcomes", "mixtures"})
    void theMethodIsRecommendedForItsReasons(
            Consumer<MethodChoice.Builder> known,
            Method recommended,
            List<Criterion> inFavour,
            List<Criterion> against) {
        Verdict verdict = MethodChoice.of(known).recommended().orElseThrow();

        assertThat(verdict.method()).isEqualTo(recommended);
        assertThat(verdict.inFavour()).extracting(Reason::criterion).isEqualTo(inFavour);
        assertThat(verdict.against()).extracting(Reason::criterion).isEqualTo(against);
    }

    @Test
    void everyRowAndEveryCriterionIsAnOutcome() {
        List<Object> outcomes = outcomes()
                .flatMap(row -> Stream.concat(Stream.of(row.get()[1]), ((List<?>) row.get()[2]).stream()))
                .distinct()
                .collect(Collectors.toList());

        assertThat(outcomes).contains((Object[]) Method.values()).contains((Object[]) Criterion.values());
    }

    @Test
    void allRowsAreThereTheBestOneFirst() {
        MethodChoice choice = MethodChoice.of(
                known -> known.kind(Kind.API).streams(12).freshWithin(DAY).configuredBy(Configurer.NON_ENGINEERS));

        assertThat(choice.verdicts())
                .extracting(verdict -> verdict.method() + " + " + verdict.inFavour() + " - " + verdict.against())
                .containsExactly(
                        "AIRBYTE + [it has 12 streams (\"Complex SaaS (5+ sources)\"), " + NO_ENGINEERS + "] - []",
                        "DLT + [it is an API (\"APIs\")] - [it has 12 streams (\"Complex SaaS (5+ sources)\"), "
                                + NO_ENGINEERS + "]",
                        "SNOWPIPE + [] - [it is an API (\"APIs\"), " + NO_ENGINEERS + "]",
                        "KAFKA_CONNECT + [] - [it is an API (\"APIs\"), " + NO_ENGINEERS
                                + ", it need not be fresh within a minute (\"Real-time event streams\")]");
    }

    @Test
    void threeStreamsLieBetweenTheTablesNumbersAndThatIsSaid() {
        assertThat(MethodChoice.of(known -> known.streams(3))
                        .recommended()
                        .orElseThrow()
                        .inFavour())
                .hasToString("[it has 3 streams, fewer than 5, which counts as simple (\"1-2 simple sources\")]");
    }

    @Test
    void whereNothingSpeaksForAnyMethodNoneIsRecommended() {
        MethodChoice choice = MethodChoice.of(
                known -> known.configuredBy(Configurer.ENGINEERS).freshWithin(DAY));

        assertThat(choice.recommended()).isEmpty();
        assertThat(choice).hasToString("undecided");
        assertThat(choice.verdicts()).extracting(Verdict::method).containsExactly(Method.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dlt           | APIs, databases, 1-2 simple sources            | data-pipelines            | DLT
            Airbyte       | Complex SaaS (5+ sources), non-engineer config | Airbyte Cloud/self-hosted | AIRBYTE
            Snowpipe      | File-based (S3 auto-ingest)                    | terraform (pipe config)   | SNOWPIPE
            Kafka Connect | Real-time event streams                        | Confluent Cloud           | STREAMING
            """)
    void itIsTheRunbooksTable(String method, String bestFor, String repository, String database) {
        Method row = Stream.of(Method.values())
                .filter(each -> each.displayName().equals(method))
                .findFirst()
                .orElseThrow();

        assertThat(row.bestFor()).isEqualTo(bestFor);
        assertThat(row.repository()).isEqualTo(repository);
        assertThat(row.database()).isEqualTo(database);
    }

    @Test
    void itsToolsAndDatabasesAreThoseOfTheLoaders() {
        List<Loader> loaders = List.of(Loader.dlt(), Loader.airbyte(), Loader.snowpipe(), Loader.kafkaConnect());

        assertThat(loaders)
                .extracting(Loader::tool, Loader::displayName)
                .isEqualTo(Stream.of(Method.values())
                        .map(row -> tuple(row.tool(), row.displayName()))
                        .toList());
        assertThat(loaders)
                .extracting(loader -> new Names(Platform.runbook(), loader).database())
                .isEqualTo(Stream.of(Method.values()).map(Method::database).toList());
        assertThat(Method.of(RestApi.at("https://api.example.com/").tool())).contains(Method.DLT);
        assertThat(Method.of(Airbyte.connector("HubSpot", it -> {}).tool())).contains(Method.AIRBYTE);
        assertThat(Method.of("fivetran")).isEmpty();
    }

    @Test
    void whatIsKnownCanBeReadAgain() {
        MethodChoice choice = MethodChoice.of(known -> known.kind(Kind.API)
                .streams(12)
                .configuredBy(Configurer.ENGINEERS)
                .freshWithin(DAY));

        assertThat(choice.kind()).contains(Kind.API);
        assertThat(choice.streams()).contains(12);
        assertThat(choice.configuredBy()).contains(Configurer.ENGINEERS);
        assertThat(choice.freshWithin()).contains(DAY);
        assertThat(choice).hasToString("Airbyte");
    }

    @Test
    void whatCannotBeSaysNothing() {
        assertThat(MethodChoice.of(known -> known.streams(0).freshWithin(Duration.ZERO))
                        .verdicts())
                .isEqualTo(MethodChoice.of(known -> {}).verdicts());
    }
}
