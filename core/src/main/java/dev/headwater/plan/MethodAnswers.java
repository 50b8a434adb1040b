package dev.headwater.plan;

import dev.headwater.plan.IngestionMethod.OutsideStep;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks each method everything once, before anything is judged, and for its outside steps when all else holds: null in
 * place of an answer is a mistake in the method's code, and is named.
 */
final class MethodAnswers {

    private final Source source;
    private final IngestionMethod<?> method;

    private MethodAnswers(Source source) {
        this.source = source;
        this.method = source.method();
    }

    static void require(DataSourcePlan plan) {
        for (Source source : plan.sources()) {
            MethodAnswers answers = new MethodAnswers(source);
            answers.require();
            if (plan.hasLoader()) {
                answers.require(plan.names());
            }
        }
    }

    private void require() {
        given("tableSettings", method.tableSettings());
        all("secrets", method.secrets());
        method.secrets().forEach(secret -> all("names", method.names(secret)));
        given("traits", method.traits());
        for (Table table : source.tables()) {
            all("names", method.names(table));
            fields(table).forEach(field -> given("rawField", method.rawField(field)));
        }
    }

    private static Stream<String> fields(Table table) {
        return Stream.of(
                        table.primaryKey().stream(),
                        table.cursor().stream(),
                        table.columns().stream().map(Column::from))
                .flatMap(Function.identity());
    }

    private void require(Names names) {
        all("names", method.names(source, names));
        all("helperSchemas", method.helperSchemas(source, names));
        given("run", method.run(source, names));
        source.tables().forEach(table -> given("location", method.location(source, table, names)));
    }

    /** What is done outside for a source of a plan that holds. */
    static List<OutsideStep> outsideSteps(DataSourcePlan plan, Source source) {
        List<OutsideStep> steps = source.method().outsideSteps(plan, source);
        new MethodAnswers(source).all("outsideSteps", steps);
        return steps;
    }

    private void all(String question, Collection<?> answers) {
        given(question, answers).forEach(answer -> given(question, answer));
    }

    private <A> A given(String question, A answer) {
        return Objects.requireNonNull(answer, () -> method.getClass().getName() + "." + question + " returned null");
    }
}
