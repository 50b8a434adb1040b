package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.method.Airbyte;
import dev.headwater.method.Authentication.OAuth2ClientCredentials;
import dev.headwater.method.FileFormat;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.naming.DbtName;
import dev.headwater.platform.Platform;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever takes an object or a function, found by reflection, refuses null by the argument's name. Text that is null
 * is a problem of the plan: see {@link EveryFieldTest}.
 */
class NothingIsNullTest {

    /** Of every type that is an argument, or that has a method which takes one. */
    private static final List<Object> SAMPLES = samples();

    private static List<Object> samples() {
        List<Object> samples = new ArrayList<>(List.of("text", new String[0], Map.of(), List.of(), RestApi.class));
        Secret secret = Secret.named("token");
        RestApi api = RestApi.at("https://x.example/", samples::add);
        RestApi.Endpoint endpoint = RestApi.endpoint("contacts", samples::add);
        Source source = Source.of("crm", api, builder -> {
            samples.add(builder);
            builder.table("contacts", table -> {
                samples.add(table);
                table.from(endpoint).column("email", samples::add);
            });
        });
        samples.add(Airbyte.connector("HubSpot", samples::add));
        samples.add(Snowpipe.from("data-lake", samples::add));
        samples.add(FileFormat.csv());
        samples.addAll(source.tables());
        samples.addAll(List.of(secret, api, endpoint, source, Paginator.auto(), Schedule.hourlyAt(5)));
        samples.addAll(List.of(Freshness.none(), Duration.ofHours(1), MethodChoice.of(samples::add)));
        samples.addAll(List.of(LoadedAt.unknown(), Loader.named("dlt", samples::add), DataSourcePlan.builder()));
        samples.add(SmallPlan.valid().build());
        samples.add(new DbtName());
        samples.add(Platform.runbook().with(samples::add));
        samples.add(new OAuth2ClientCredentials("https://x.example/", secret, secret));
        samples.add((Consumer<Object>) any -> {});
        return samples;
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isPrimitive()) {
            return type == int.class ? 1 : true;
        }
        return SAMPLES.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static @Nullable Object call(Executable setter, @Nullable Object[] arguments) throws Throwable {
        try {
            return setter instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments)
                    : ((Method) setter).invoke(sample(setter.getDeclaringClass()), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static void refusesNull(Executable setter, int position) {
        Parameter[] parameters = setter.getParameters();
        @Nullable Object[] arguments = Arrays.stream(setter.getParameterTypes())
                .map(NothingIsNullTest::sample)
                .toArray();
        arguments[position] = null;
        assertThatThrownBy(() -> call(setter, arguments))
                .isInstanceOf(NullPointerException.class)
                .hasMessage(parameters[position].getName());
    }

    private static Stream<DynamicTest> tests(Executable setter) {
        Class<?>[] types = setter.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> !types[i].isPrimitive() && types[i] != String.class)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        Setters.name(setter) + " " + setter.getParameters()[i].getName(),
                        () -> refusesNull(setter, i)));
    }

    @TestFactory
    Stream<DynamicTest> anObjectOrAFunctionThatIsNullIsNamed() throws IOException {
        return Setters.all().flatMap(NothingIsNullTest::tests);
    }

    @Test
    @SuppressWarnings("NullAway")
    void plansThatAreJoinedAreThere() {
        assertThatThrownBy(() -> DataSourcePlan.join(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("plans");
    }
}
