package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.platform.Platform;
import dev.headwater.problem.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every name that {@link Names} derives is judged: with names that no target takes, each derived one is in the
 * problems.
 */
class DerivedNamesTest {

    private static final String NOWHERE_GOOD = "Ä{/";

    private static final DataSourcePlan PLAN = SmallPlan.valid().build();
    private static final Source SOURCE = PLAN.sources().get(0);

    /** Where a derived name follows from something else than a name, which has a rule of its own. */
    private static final List<String> OF_OTHER_FIELDS = List.of("flowFunction", "pipeline");

    private static Stream<Method> derivations() {
        return Arrays.stream(Names.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.getName().equals("toString"))
                .filter(method -> !OF_OTHER_FIELDS.contains(method.getName()));
    }

    private static String said(DataSourcePlan.Builder plan) {
        return plan.problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    private static Object derived(Method derivation, Loader loader, Source source, Table table) throws Exception {
        Names names = new Names(Platform.runbook(), loader);
        Object value = switch (derivation.getParameterCount()) {
            case 0 -> derivation.invoke(names);
            case 1 -> derivation.invoke(names, source);
            default -> derivation.invoke(names, source, table);
        };
        return value instanceof Optional<?> optional ? optional.orElseThrow() : value;
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void aDerivedNameIsJudgedUnderTheRuleOfItsTarget(Method derivation) throws Exception {
        Loader loader = Loader.named(NOWHERE_GOOD, it -> it.tool("dlt"));
        Source source = SOURCE.called(NOWHERE_GOOD);
        Table table = SOURCE.tables().get(0).called(NOWHERE_GOOD);
        String said = switch (derivation.getParameterCount()) {
            case 0 -> said(SmallPlan.loadedBy(loader));
            case 1 -> said(SmallPlan.sourceNamed(NOWHERE_GOOD));
            default -> said(SmallPlan.tableNamed(NOWHERE_GOOD));
        };
        Loader of = derivation.getParameterCount() == 0 ? loader : PLAN.loader();
        Source in = derivation.getParameterCount() == 1 ? source : SOURCE;
        String name = derived(derivation, of, in, table).toString().replace("models/staging/", "");

        assertThat(said).contains("\"" + name + "\"");
    }
}
