package com.example.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.problem.Problems;
import dev.headwater.terraform.TerraformEmitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A loader, an ingestion method and an emitter that Headwater has never heard of stand where its own stand. */
class StrangerTest {

    /** Fivetran is told what to load in its own console; a table needs a schema there. */
    record Fivetran(String connector) implements IngestionMethod<Fivetran.From> {

        record From(String schema) implements TableSettings {}

        @Override
        public String tool() {
            return "fivetran";
        }

        @Override
        public Class<From> tableSettings() {
            return From.class;
        }

        @Override
        public void check(Source source, Place place, Problems problems) {
            if (connector.isBlank()) {
                problems.add("fivetran.connector", place.method(), "The connector is blank.", "Name it.");
            }
        }
    }

    /** An Airflow graph a source, and a line in a shared notification, which every source of the loader needs. */
    record AirflowEmitter() implements Emitter {

        @Override
        public String name() {
            return "airflow";
        }

        @Override
        public Emission emit(DataSourcePlan plan, RepositoryView view) {
            Emission.Builder out = Emission.builder();
            for (Source source : plan.sources()) {
                if (source.method() instanceof Fivetran fivetran) {
                    Scope scope = Scope.loader(plan.loader().name()).source(source.name());
                    out.fragment(Fragment.file(
                            scope, "dags/" + source.name() + ".py", "CONNECTOR = \"" + fivetran.connector() + "\"\n"));
                    out.fragment(Fragment.hclBlock(scope, "infra/alerts.tf", "resource \"alert\" \"fivetran\" {\n}\n"));
                    out.finding(Finding.know("fivetran.console", scope, "Fivetran is set up in its console."));
                    out.step(Step.manual(
                                    scope,
                                    "fivetran." + source.name(),
                                    Stage.INGESTION,
                                    "Set up the connector",
                                    "In the console.")
                            .covers(new Address.File("dags/" + source.name() + ".py")));
                }
            }
            return out.build();
        }
    }

    private static DataSourcePlan.Builder plan(String connector) {
        return DataSourcePlan.builder()
                .loader(Loader.named(
                                "fivetran",
                                loader ->
                                        loader.displayName("Fivetran").loadedAt(LoadedAt.writtenTo("_fivetran_synced")))
                        .asNew())
                .source(
                        "crm",
                        new Fivetran(connector),
                        source -> source.table(
                                "accounts",
                                table -> table.description("One row per account.")
                                        .entity("account")
                                        .from(new Fivetran.From("crm"))
                                        .merge("id")))
                .source(
                        "shop",
                        new Fivetran("shop"),
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(new Fivetran.From("shop"))
                                        .merge("id")));
    }

    @Test
    void theMethodsOwnRulesAreJudgedWithTheRest() {
        assertThat(plan(" ").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("fivetran.connector");
            assertThat(problem.path()).isEqualTo("sources[0].method");
        });
    }

    @Test
    void theEmitterStandsBesideOthersAndWhatTwoSourcesShareIsThereOnce() {
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .repository(Repository.inMemory("airflow", Map.of()), new AirflowEmitter())
                .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter())
                .onboard(plan("crm").build());
        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.changes("airflow").files())
                .extracting(
                        file -> file.path() + " " + file.after().orElseThrow().length())
                .containsExactly("dags/crm.py 18", "dags/shop.py 19", "infra/alerts.tf 32");
        assertThat(preview.changes("dbt-transform").files())
                .filteredOn(file -> file.path().endsWith("_sources.yml"))
                .singleElement()
                .satisfies(
                        file -> assertThat(file.after().orElseThrow()).contains("loaded_at_field: _fivetran_synced"));
        assertThat(preview.notes())
                .anySatisfy(finding -> assertThat(finding.code()).isEqualTo("fivetran.console"));
        assertThat(preview.runbook().toMarkdown()).contains("Set up the connector.");
    }

    /** What one phase learns, the next plan carries: the hardest user to come, as types. */
    record Pipe(String bucket, Optional<String> channel) implements IngestionMethod<TableSettings.None> {

        Pipe learned(String arn) {
            return new Pipe(bucket, Optional.of(arn));
        }

        @Override
        public String tool() {
            return "snowpipe";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }
    }

    /** What comes by Snowpipe is called as its files are: nothing of it is a module, an argument or a flow. */
    record Files(String bucket) implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "snowpipe";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }

        @Override
        public List<Secret> secrets() {
            return List.of(Secret.named("items"));
        }
    }

    @Test
    void aMethodIsJudgedByItsOwnTargetsOnly() {
        assertThat(DataSourcePlan.builder()
                        .loader(Loader.snowpipe())
                        .source(
                                "json",
                                new Files("acme-raw"),
                                source -> source.table(
                                        "order__line",
                                        table -> table.description("One row per line.")
                                                .append()
                                                .primaryKey("id")))
                        .problems())
                .isEmpty();
    }

    /** A connection in Airbyte, which nothing here writes. */
    record Connection(Optional<String> job, List<OutsideStep> steps) implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "airbyte";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }

        @Override
        public Optional<Run> run(Source source, Names names) {
            return job.map(Run.RemoteJob::new);
        }

        @Override
        public List<OutsideStep> outsideSteps(DataSourcePlan plan, Source source) {
            return steps;
        }
    }

    private static Preview byAirbyte(Connection connection) {
        return by(Loader.airbyte(), connection);
    }

    private static Preview by(Loader loader, Connection connection) {
        return Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .repository(Repository.inMemory("data-pipelines", Map.of()), new DltEmitter(), new PrefectEmitter())
                .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter())
                .onboard(DataSourcePlan.builder()
                        .loader(loader)
                        .source(
                                "crm",
                                connection,
                                source -> source.table(
                                        "accounts",
                                        table -> table.description("One row per account.")
                                                .merge("id")))
                        .build());
    }

    private static List<String> codes(Preview preview) {
        return preview.findings().stream().map(Finding::code).toList();
    }

    private static String said(Preview preview, String code) {
        return preview.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::message)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> titles(Preview preview) {
        return preview.runbook().steps().stream().map(Step::title).toList();
    }

    @Test
    void aWayInThatNobodyHandlesIsAFindingAndAStep() {
        Preview preview = byAirbyte(new Connection(Optional.empty(), List.of()));

        assertThat(preview.findings())
                .filteredOn(finding -> finding.code().equals("method.unhandled"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.setting()).isEqualTo("source.mute(\"method.unhandled\")"));
        assertThat(titles(preview))
                .containsSubsequence("Load the data of crm", "Run and test the staging models of crm");
        assertThat(preview.runbook().toMarkdown())
                .contains("Set Airbyte up and let it load. Go on when `accounts` in `AIRBYTE.CRM` has rows.");
        assertThat(byAirbyte(new Connection(Optional.of("crm_to_snowflake"), List.of()))
                        .runbook()
                        .toMarkdown())
                .contains("Start `crm_to_snowflake` in Airbyte and wait until it has completed.");
    }

    @Test
    void aMethodsOwnStepsAreAWayIn() {
        OutsideStep connection = new OutsideStep("connection", "Make the connection", "In Airbyte.", false);
        OutsideStep sync = new OutsideStep("sync", "Sync it once", "In Airbyte.", true);

        Preview whole = byAirbyte(new Connection(Optional.empty(), List.of(connection, sync)));
        assertThat(codes(whole)).doesNotContain("method.unhandled");
        assertThat(titles(whole))
                .containsSubsequence("Make the connection", "Sync it once", "Run and test the staging models of crm");
    }

    @Test
    void aStepOutsideThatLoadsNothingIsNoWayIn() {
        OutsideStep connection = new OutsideStep("connection", "Make the connection", "In Airbyte.", false);

        Preview preview = byAirbyte(new Connection(Optional.of("crm_to_snowflake"), List.of(connection)));
        assertThat(said(preview, "method.unhandled"))
                .startsWith("Nobody in this workspace writes how airbyte brings the data in")
                .contains("Nobody starts its job \"crm_to_snowflake\" time and again");
        assertThat(titles(preview))
                .containsSubsequence(
                        "Make the connection", "Load the data of crm", "Run and test the staging models of crm");
        assertThat(preview.runbook().toMarkdown()).contains("Start `crm_to_snowflake` in Airbyte");
    }

    @Test
    void aJobThatSomebodyStartsOnceIsStillToBeStartedTimeAndAgain() {
        OutsideStep sync = new OutsideStep("sync", "Sync it once", "In Airbyte.", true);
        Connection connection = new Connection(Optional.of("crm_to_snowflake"), List.of(sync));

        assertThat(said(byAirbyte(connection), "method.unhandled"))
                .startsWith("Nobody starts its job \"crm_to_snowflake\"")
                .contains("loader.scheduledBy(Scheduler.LOADER)");
        Loader byItself = Loader.airbyte().with(loader -> loader.scheduledBy(Scheduler.LOADER));
        assertThat(codes(by(byItself, connection))).doesNotContain("method.unhandled");
    }

    @Test
    void whereNothingDependsOnTheDataNobodyAsksForTheWayIn() {
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .onboard(plan("crm").build());

        assertThat(codes(preview)).doesNotContain("method.unhandled");
        assertThat(titles(preview)).noneMatch(title -> title.startsWith("Load the data"));
    }

    @Test
    void aPlanInTwoPhasesCarriesWhatTheFirstHasLearned() {
        DataSourcePlan first = DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "rates",
                        new Pipe("acme-raw", Optional.empty()),
                        source -> source.table(
                                "rates",
                                table -> table.description("One row per rate.")
                                        .append()
                                        .primaryKey("id")))
                .build();
        Pipe pipe = (Pipe) first.sources().get(0).method();
        DataSourcePlan second = first.toBuilder()
                .method("rates", pipe.learned("arn:aws:sqs:eu-west-2:1:q"))
                .changeSource(
                        "rates",
                        Pipe.class,
                        source -> source.table(
                                "backfill",
                                table -> table.description("One row per old rate.")
                                        .primaryKey("id")))
                .build();
        assertThat(((Pipe) second.sources().get(0).method()).channel()).hasValue("arn:aws:sqs:eu-west-2:1:q");
        assertThat(second.sources().get(0).tables())
                .extracting(table -> table.name())
                .containsExactly("rates", "backfill");
        assertThat(second.sources().get(0).schedule().cron()).hasValue("0 7 * * *");
    }
}
