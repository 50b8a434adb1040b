package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.SmallPlan;
import dev.headwater.platform.Deviation;
import dev.headwater.problem.Diagnostic;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever an emission is made of, found by reflection, refuses null by the argument's name: an emitter is code. */
class NothingEmittedIsNullTest {

    private static final List<Class<?>> MADE_OF = List.of(
            Emission.Builder.class,
            Emission.Requirement.class,
            Fragment.class,
            Fragment.Obstacle.class,
            Finding.class,
            Scope.class,
            Step.class,
            Address.class,
            Address.File.class,
            Address.HclBlock.class,
            Address.HclElement.class,
            Address.YamlItem.class);

    /** Of every type that is an argument, or that has a method which takes one. */
    private static final List<Object> SAMPLES = samples();

    private static List<Object> samples() {
        Scope scope = Scope.loader("dlt");
        Address.YamlItem item = Address.yaml("prefect.yaml").item("deployments", "name", "crm");
        Address.HclElement element =
                new Address.HclBlock("infra", "module", List.of("crm")).inside().element("roles", "\"READER\"");
        Step step = Step.manual(scope, "crm.load", Step.Stage.STAGING, "Load it", "");
        return List.of(
                "module \"crm\" {\n}\n",
                new String[] {"text"},
                new Step.Milestone[] {Step.Milestone.LOADED},
                new Address[] {item},
                List.of(),
                Optional.empty(),
                (Supplier<String>) () -> "text",
                scope,
                item,
                element,
                element.block(),
                new Address.File("flows/crm.py"),
                step,
                Finding.know("house.code", scope, "Mind it."),
                Fragment.yamlItem(scope, item, "name: crm\n"),
                new Fragment.Obstacle("a.tf", new Diagnostic("house.code", 1, "It is there.", "Remove it."), false),
                new Emission.Requirement(item, "It is needed."),
                new Diagnostic("house.code", 1, "It is there.", "Remove it."),
                Emission.builder(),
                Emission.builder().build());
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            return type == Deviation.class ? Deviation.SAME_MINUTE : type.getEnumConstants()[0];
        }
        return type == boolean.class
                ? true
                : SAMPLES.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static Stream<Executable> makers(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(maker -> Modifier.isPublic(maker.getModifiers()) && !maker.isSynthetic())
                .filter(maker -> !List.of("equals", "compareTo", "saysTheSameAs", "concerning", "join")
                        .contains(maker.getName()));
    }

    private static void refusesNull(Executable maker, int position) {
        @Nullable Object[] arguments = Arrays.stream(maker.getParameterTypes())
                .map(NothingEmittedIsNullTest::sample)
                .toArray();
        arguments[position] = null;
        assertThatThrownBy(() -> call(maker, arguments))
                .isInstanceOf(NullPointerException.class)
                .hasMessage(maker.getParameters()[position].getName());
    }

    private static @Nullable Object call(Executable maker, @Nullable Object[] arguments) throws Throwable {
        try {
            return maker instanceof Method method
                    ? method.invoke(sample(maker.getDeclaringClass()), arguments)
                    : ((java.lang.reflect.Constructor<?>) maker).newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Stream<DynamicTest> tests(Executable maker) {
        Class<?>[] types = maker.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> !types[i].isPrimitive())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        maker.getDeclaringClass().getSimpleName() + "." + maker.getName() + " "
                                + maker.getParameters()[i].getName(),
                        () -> refusesNull(maker, i)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNullIsNamed() {
        return MADE_OF.stream().flatMap(NothingEmittedIsNullTest::makers).flatMap(NothingEmittedIsNullTest::tests);
    }

    /** An emitter that says what it is told to, by name. */
    @SuppressWarnings("NullAway")
    private record Saying(@Nullable Emission words) implements Emitter {

        @Override
        public String name() {
            return "house";
        }

        @Override
        public Emission emit(DataSourcePlan plan, RepositoryView view) {
            return words;
        }
    }

    @Test
    void anEmitterThatReturnsNullIsNamed() {
        Snapshot snapshot = new Snapshot(Repository.inMemory("repo", Map.of()));

        assertThatThrownBy(() -> Emission.of(new Saying(null), SmallPlan.valid().build(), snapshot))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("emit of the emitter \"house\" returned null");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aTextThatIsMadeIsNotNull() {
        Fragment fragment = Fragment.file(Scope.loader("dlt"), "flows/crm.py", () -> null);

        assertThatThrownBy(fragment::text)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the text made for flows/crm.py is null");
    }
}
