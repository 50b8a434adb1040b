package dev.headwater.prefect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import dev.headwater.testkit.Emitted;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The emitter knows how a source is run, not the method. */
class PythonCallableTest {

    record Loads(Optional<Run> how) implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "house";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }

        @Override
        public Optional<Run> run(Source source, Names names) {
            return how;
        }
    }

    private static Emitted emitted(Optional<IngestionMethod.Run> how) {
        return Emitted.by(
                new PrefectEmitter(),
                DataSourcePlan.builder()
                        .loader(Loader.named("house", loader -> {}))
                        .source(
                                "crm",
                                new Loads(how),
                                source -> source.table(
                                        "accounts",
                                        table -> table.description("One row per account.")
                                                .merge("id")))
                        .build());
    }

    @Test
    void aFunctionOfAnyNameInAnyModuleHasAFlow() {
        Emitted emitted = emitted(Optional.of(new IngestionMethod.Run.PythonCallable("loads", "load_crm")));

        assertThat(emitted.fragments())
                .anySatisfy(fragment -> assertThat(fragment.text()).contains("from loads import load_crm as run\n"));
    }

    @Test
    void whatNobodyStartsHasNone() {
        assertThat(emitted(Optional.empty()).fragments()).isEmpty();
    }
}
