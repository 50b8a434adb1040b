package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.platform.Platform;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two values are equal when every field is: each field alone, found by reflection, makes a difference. */
class EqualityTest {

    private static RestApi.Endpoint endpoint() {
        return RestApi.endpoint(
                "contacts",
                endpoint -> endpoint.rows("data")
                        .paginator(Paginator.singlePage())
                        .parameter("a", "b")
                        .cursorParameter("since", 0));
    }

    private static Table table() {
        return Table.<RestApi.Endpoint>of(
                "contacts",
                table -> table.description("One row per contact.")
                        .entity("contact")
                        .from(endpoint())
                        .merge("id")
                        .incremental("at")
                        .freshness(Freshness.none())
                        .column(
                                "email",
                                column -> column.from("mail")
                                        .type(ColumnType.STRING)
                                        .description("E-mail.")
                                        .kind(Column.Kind.DIMENSION)));
    }

    private static RestApi api() {
        return RestApi.at("https://a.example/", api -> api.apiKey(Location.HEADER, "X-Key", Secret.named("key")));
    }

    private static Source source() {
        return Source.of(
                "crm",
                api(),
                source -> source.displayName("CRM")
                        .freshness(Freshness.ofRuns())
                        .choice(choice())
                        .table(table()));
    }

    private static MethodChoice choice() {
        return MethodChoice.of(known -> known.kind(Kind.API)
                .streams(3)
                .configuredBy(Configurer.ENGINEERS)
                .freshWithin(Duration.ofHours(1)));
    }

    private static DataSourcePlan plan() {
        return DataSourcePlan.builder().loader(Loader.dlt()).source(source()).build();
    }

    private static Loader loader() {
        return Loader.named(
                "raw",
                loader -> loader.displayName("Raw").tool("dlt").database("RAW").serviceAccount("SVC_RAW"));
    }

    private static Schedule schedule() {
        return Schedule.weeklyOn(DayOfWeek.MONDAY, "25:00");
    }

    private static Stream<Supplier<?>> samples() {
        return Stream.of(
                EqualityTest::plan,
                EqualityTest::source,
                EqualityTest::table,
                () -> table().columns().get(0),
                EqualityTest::loader,
                EqualityTest::schedule,
                EqualityTest::choice,
                () -> Freshness.within(Duration.ofHours(1), Duration.ofHours(2)),
                () -> LoadedAt.stampedInto("at"),
                () -> LoadedAt.expression("now()"),
                () -> LoadedAt.query("select 1"),
                EqualityTest::api,
                EqualityTest::endpoint,
                () -> Paginator.offset(1),
                () -> Platform.runbook().with(platform -> platform.warehouse("LOADS")));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldMakesADifference() {
        return samples()
                .flatMap(sample -> Arrays.stream(sample.get().getClass().getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(field -> DynamicTest.dynamicTest(
                                field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                                () -> makesADifference(sample, field))));
    }

    private static void makesADifference(Supplier<?> sample, Field field) throws IllegalAccessException {
        Object changed = sample.get();
        assertThat(changed).isEqualTo(sample.get()).hasSameHashCodeAs(sample.get());
        field.setAccessible(true);
        field.set(changed, another(field.getType(), field.get(changed)));
        assertThat(sample.get()).isNotEqualTo(changed);
    }

    /** Any other value; for what is an object of ours, none. */
    private static @Nullable Object another(Class<?> type, @Nullable Object value) {
        if (type == boolean.class) {
            return !Boolean.TRUE.equals(value);
        }
        if (type == String.class) {
            return value + "x";
        }
        if (type == List.class) {
            return List.of("another");
        }
        if (type == Map.class) {
            return Map.of("another", "value");
        }
        return type == SortedSet.class ? new TreeSet<>(List.of("another")) : null;
    }
}
