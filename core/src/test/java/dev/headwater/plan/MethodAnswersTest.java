package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.naming.DbtName;
import dev.headwater.plan.IngestionMethod.DerivedName;
import dev.headwater.plan.IngestionMethod.HelperSchema;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.IngestionMethod.Run.PythonCallable;
import dev.headwater.plan.IngestionMethod.Run.RemoteJob;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a method that somebody brings answers is judged with the plan; an answer that is null names its question. */
@SuppressWarnings("NullAway")
class MethodAnswersTest {

    /** Gives one question an answer of its own. */
    @SuppressWarnings("unchecked")
    record Answering(String question, @Nullable Object answer) implements IngestionMethod<TableSettings.None> {

        private <A> A answer(String asked, A usual) {
            return question.equals(asked) ? (A) answer : usual;
        }

        @Override
        public String tool() {
            return "house";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return answer("tableSettings", TableSettings.None.class);
        }

        @Override
        public List<Secret> secrets() {
            return answer("secrets", List.of());
        }

        @Override
        public List<DerivedName> names(Source source, Names names) {
            return answer("names", List.of());
        }

        @Override
        public RawField rawField(String path) {
            return answer("rawField", new RawField(path, List.of()));
        }

        @Override
        public List<HelperSchema> helperSchemas(Source source, Names names) {
            return answer("helperSchemas", List.of());
        }

        @Override
        public Optional<Run> run(Source source, Names names) {
            return answer("run", Optional.empty());
        }

        @Override
        public List<OutsideStep> outsideSteps(DataSourcePlan plan, Source source) {
            return answer("outsideSteps", List.of());
        }

        @Override
        public Set<Trait> traits() {
            return answer("traits", Set.of());
        }
    }

    static DataSourcePlan.Builder plan(Answering method) {
        return DataSourcePlan.builder()
                .loader(Loader.named("house", loader -> {}))
                .source(
                        "crm",
                        method,
                        source -> source.table(
                                "contacts",
                                table -> table.description("One row per contact.")
                                        .merge("id")));
    }

    private static List<String> problems(String question, Object answer) {
        return plan(new Answering(question, answer)).problems().stream()
                .map(problem -> problem.code() + " " + problem.path())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tableSettings", "secrets", "names", "rawField", "helperSchemas", "run", "outsideSteps", "traits"
            })
    void anAnswerThatIsNullNamesItsQuestion(String question) {
        assertThatThrownBy(() -> plan(new Answering(question, null)).problems())
                .isInstanceOf(NullPointerException.class)
                .hasMessage(Answering.class.getName() + "." + question + " returned null");
    }

    @Test
    void soDoesOneAmongSeveral() {
        List<Secret> secrets = Arrays.asList(Secret.named("token"), null);
        assertThatThrownBy(() -> plan(new Answering("secrets", secrets)).problems())
                .hasMessage(Answering.class.getName() + ".secrets returned null");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "my\"x", "lower", "X; DROP DATABASE PROD; --"})
    void aHelperSchemaIsASnowflakeIdentifier(@Nullable String name) {
        assertThat(problems("helperSchemas", List.of(new HelperSchema(name, false))))
                .containsExactly("name.snowflake.character sources[0].method.helperSchemas[0].name");
    }

    @Test
    void theProblemNamesWhatTheMethodGave() {
        assertThat(plan(new Answering("helperSchemas", List.of(new HelperSchema("crm_tmp", false))))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).startsWith("\"crm_tmp\", which the method gives, would need quotes");
                    assertThat(problem.hint()).isEqualTo("Have the method give another name, such as \"CRM_TMP\".");
                });
    }

    /** One mistake is one problem. */
    @Test
    void whatIsDerivedFromABadNameIsNotTheMethodsFault() {
        assertThat(SmallPlan.sourceNamed("bad name").problems()).hasSize(1);
        assertThat(SmallPlan.sourceNamed("class").problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "loads, run, ",
        "house.loads, load_crm, ",
        "house.Loads, _run, ",
        "a b; import os, run, name.python.identifier sources[0].method.run.module",
        "house..loads, run, name.python.identifier sources[0].method.run.module",
        "house.class, run, name.python.keyword sources[0].method.run.module",
        ", run, name.python.identifier sources[0].method.run.module",
        "loads, run(); x, name.python.identifier sources[0].method.run.function",
        "loads, house.run, name.python.identifier sources[0].method.run.function",
        "loads, None, name.python.keyword sources[0].method.run.function"
    })
    void aCallableIsWrittenInPython(@Nullable String module, String function, @Nullable String problem) {
        assertThat(problems("run", Optional.of(new PythonCallable(module, function))))
                .isEqualTo(Optional.ofNullable(problem).stream().toList());
    }

    @Test
    void aJobHasAName() {
        assertThat(problems("run", Optional.of(new RemoteJob(null))))
                .containsExactly("field.notblank sources[0].method.run.name");
        assertThat(problems("run", Optional.of(new RemoteJob("crm to snowflake"))))
                .isEmpty();
    }

    @Test
    void aStepOutsideHasAnIdOfItsOwnAndATitle() {
        assertThat(problems(
                        "outsideSteps",
                        List.of(
                                new OutsideStep("connection", "Connect", "", false),
                                new OutsideStep("connection", null, null, true))))
                .containsExactly(
                        "name.collision sources[0].method.outsideSteps[1].id",
                        "field.notblank sources[0].method.outsideSteps[1].title");
    }

    @Test
    void aSecretHasANameWhereverTheMethodKeepsIt() {
        assertThat(problems("secrets", List.of(Secret.named(" "))))
                .containsExactly("field.notblank sources[0].method.secrets[0]");
    }

    @Test
    void aRawFieldHasAColumn() {
        assertThat(problems("rawField", new RawField(null, List.of())))
                .containsExactly("column.raw sources[0].tables[0].primaryKey[0]");
    }

    @Test
    void aDerivedNameHoldsUnderItsRule() {
        assertThat(problems("names", List.of(new DerivedName(null, new DbtName(), null))))
                .containsExactly("name.dbt.character sources[0].name");
    }
}
