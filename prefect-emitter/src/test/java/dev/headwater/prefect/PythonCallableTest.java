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
                                source -> source.displayName("crm {%}")
                                        .table(
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

    /** What it returns is not known, and what dlt returns is not there to import. */
    @Test
    void theFlowOfAFunctionThatIsNotDltsKnowsNothingOfDlt() {
        assertThat(emitted(Optional.of(new IngestionMethod.Run.PythonCallable("house.loads", "run")))
                        .text("flows/crm.py"))
                .isEqualTo("""
                        \"\"\"Prefect flow for crm pipeline.\"\"\"

                        from prefect import flow, get_run_logger, task
                        from prefect.tasks import exponential_backoff


                        @task(
                            name="load-crm",
                            retries=3,
                            retry_delay_seconds=exponential_backoff(backoff_factor=10),
                            retry_jitter_factor=0.5,
                        )
                        def load_task() -> None:
                            \"\"\"Load crm data to Snowflake.\"\"\"
                            logger = get_run_logger()
                            logger.info("Starting crm load")

                            from house.loads import run

                            run()
                            logger.info("Load completed")


                        @flow(name="crm-daily", log_prints=True)
                        def daily_flow() -> dict[str, str]:
                            \"\"\"Daily crm load.\"\"\"
                            load_task()
                            print("crm {%} loaded")
                            return {"status": "success"}


                        if __name__ == "__main__":
                            daily_flow()
                        """);
    }

    @Test
    void whatNobodyStartsHasNone() {
        assertThat(emitted(Optional.empty()).fragments()).isEmpty();
    }
}
