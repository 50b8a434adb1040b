package dev.headwater.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Step;
import dev.headwater.method.Authentication;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DltEmitterTest {

    private static final RestApi API =
            RestApi.at("https://api.example.com/", api -> api.bearerToken(Secret.named("token")));

    private static DataSourcePlan.Builder plan(RestApi api, Consumer<Table.Builder<RestApi.Endpoint>> table) {
        return plan(Platform.runbook(), api, table);
    }

    private static DataSourcePlan.Builder plan(
            Platform platform, RestApi api, Consumer<Table.Builder<RestApi.Endpoint>> table) {
        return DataSourcePlan.builder(platform)
                .loader(Loader.dlt())
                .source("crm", api, source -> source.displayName("CRM").table("contacts", table));
    }

    private static void contacts(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per contact.")
                .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                .primaryKey("id");
    }

    private static String source(RestApi api, Consumer<Table.Builder<RestApi.Endpoint>> table) {
        return emitted(plan(api, table).build()).text("sources/crm/source.py");
    }

    private static Emitted emitted(DataSourcePlan plan) {
        return emitted(plan, Map.of());
    }

    private static Emitted emitted(DataSourcePlan plan, Map<String, String> files) {
        return Emitted.by(new DltEmitter(), plan, files);
    }

    @Test
    void aSourceThatIsJudgedByItsRunsHasATableThatEachRunReplaces() {
        DataSourcePlan plan = plan(API, DltEmitterTest::contacts)
                .changeSource("crm", RestApi.class, source -> source.freshness(Freshness.ofRuns()))
                .build();
        String heartbeat = """
                    # Replaced by each run, so that one without new rows is in _dlt_loads, too.
                    yield dlt.resource([{"alive": True}], name="heartbeat", write_disposition="replace")
                """;
        assertThat(emitted(plan).text("sources/crm/source.py"))
                .endsWith("insert_at=len(resource._pipe._steps))\n" + heartbeat);
        assertThat(source(API, DltEmitterTest::contacts)).doesNotContain("heartbeat");
    }

    @Test
    void stepsCallTheRepositoryByItsName() {
        assertThat(emitted(plan(API, DltEmitterTest::contacts).build()).steps())
                .extracting(step -> step.title() + step.note())
                .anyMatch(text -> text.contains("pull request in the repository repository"))
                .anyMatch(text -> text.contains("root of the repository repository"))
                .noneMatch(text -> text.contains("data-pipelines"));
    }

    @Test
    void aSourceIsAPackageThatGivesItsFunction() {
        assertThat(emitted(plan(API, DltEmitterTest::contacts).build()).text("sources/crm/__init__.py"))
                .isEqualTo("""
                        \"""CRM, read from its REST API.\"""

                        from .source import crm

                        __all__ = ["crm"]
                        """);
    }

    @Test
    void theBaseUrlIsADefaultAndSecretsAreArguments() {
        assertThat(source(API, DltEmitterTest::contacts)).contains("""
                        BASE_URL = "https://api.example.com/"


                        @dlt.source(section="crm")
                        def crm(
                            crm_base_url: str = BASE_URL,
                            token: str = dlt.secrets.value,
                        ) -> Iterator[DltResource]:
                        """);
    }

    @Test
    void aCursorParameterSendsWhereTheLastRunStopped() {
        assertThat(source(
                        API,
                        table -> table.description("One row per contact.")
                                .from(RestApi.endpoint(
                                        "contacts",
                                        e -> e.paginator(Paginator.singlePage())
                                                .cursorParameter("since", "2020-01-01")))
                                .merge("id")
                                .incremental("changed")))
                .contains("""
                                        "params": {
                                            "since": "{incremental.start_value}",
                                        },
                        """.indent(4), """
                                        "incremental": {
                                            "cursor_path": "changed",
                                            "initial_value": "2020-01-01",
                                            "on_cursor_value_missing": "include",
                                        },
                        """.indent(4));
    }

    @Test
    void aNestedKeyIsTheColumnThatDltMakesOfItAndIsNotLookedUpInRows() {
        assertThat(source(
                        API,
                        table -> table.description("One row per contact.")
                                .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                                .merge("meta.contactId")
                                .incremental("changed")))
                .contains("\"meta__contact_id\",", "\"primary_key\": [],");
    }

    private static void events(Table.Builder<RestApi.Endpoint> table, String key) {
        table.description("One row per event.")
                .from(RestApi.endpoint("events", e -> e.paginator(Paginator.singlePage())))
                .append()
                .primaryKey(key)
                .incremental("at");
    }

    @Test
    void aNumberIsSentAsANumber() {
        assertThat(source(
                        API,
                        table -> table.description("One row per contact.")
                                .from(RestApi.endpoint(
                                        "contacts",
                                        e -> e.paginator(Paginator.singlePage()).cursorParameter("since", 0)))
                                .merge("id")
                                .incremental("seq")))
                .contains("\"initial_value\": 0,");
    }

    @Test
    void theNewestVersionOfAMergedRowWins() {
        assertThat(source(API, table -> {
                    table.description("One row per contact.")
                            .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                            .merge("id")
                            .incremental("meta.updatedAt")
                            .column("at", c -> c.from("meta.updatedAt").type(ColumnType.TIMESTAMP_TZ));
                }))
                .contains("""
                                        "meta__updated_at": {
                                            "data_type": "timestamp",
                                            "dedup_sort": "desc",
                                        },
                        """.indent(4));
    }

    @Test
    void appendedRowsHaveNoKeyThatWouldHideThem() {
        assertThat(source(API, table -> events(table, "id"))).doesNotContain("primary_key");
        assertThat(source(API, table -> events(table, "meta.id"))).doesNotContain("primary_key", "on_cursor");
    }

    @Test
    void withoutAPathTheAnswerItselfIsTheRows() {
        assertThat(source(API, DltEmitterTest::contacts))
                .contains("\"data_selector\": \"$\",")
                .doesNotContain("expect_rows", "partial");
    }

    private static String rows(RestApi api, String rows) {
        return source(
                api,
                table -> table.description("One row per contact.")
                        .from(RestApi.endpoint(
                                "contacts", e -> e.rows(rows).paginator(Paginator.cursor("@odata.nextLink", "page"))))
                        .primaryKey("id"));
    }

    @Test
    void everyAnswerMustHaveThePathOfTheRows() {
        assertThat(rows(API, "data.user list")).contains("""
                def expect_rows(path: str, answer: Response) -> None:
                """, """
                                    "data_selector": "data.'user list'",
                                    "response_actions": [
                                        partial(expect_rows, "data.'user list'"),
                                    ],
                """.indent(0));
    }

    @Test
    void anExpressionMayFindNothing() {
        assertThat(rows(API, "$.data")).doesNotContain("expect_rows");
        assertThat(rows(API, "data[*].rows")).doesNotContain("expect_rows");
    }

    @Test
    void keysThatJsonPathWouldNotTakeAreQuoted() {
        assertThat(rows(API, "data")).contains("\"cursor_path\": \"'@odata.nextLink'\",");
    }

    @Test
    void aKeyInTheUrlIsAFindingAndErrorsKeepDltsRedaction() {
        RestApi api =
                RestApi.at("https://api.example.com/", it -> it.apiKey(Location.QUERY, "key", Secret.named("api_key")));
        assertThat(rows(api, "data")).doesNotContain("expect_rows");
        assertThat(emitted(plan(api, DltEmitterTest::contacts).build()).codes()).contains("dlt.key-in-url");
        assertThat(emitted(plan(API, DltEmitterTest::contacts).build()).codes()).doesNotContain("dlt.key-in-url");
    }

    @Test
    void aSecretThatIsCalledLikeAVariableOfTheShellIsAFinding() {
        RestApi api = RestApi.at("https://api.example.com/", it -> it.bearerToken(Secret.named("path")));

        assertThat(emitted(plan(api, DltEmitterTest::contacts).build()).findings())
                .filteredOn(finding -> finding.code().equals("name.environment.owned"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Finding.Level.ACT);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "The variable PATH is set by shells, and dlt takes that value for want of another:"
                                            + " see that SOURCES__CRM__PATH is set wherever the pipeline runs, or name the"
                                            + " secret otherwise.");
                });
    }

    @Test
    void appendingAllRowsEachTimeIsAFinding() {
        DataSourcePlan all = plan(API, table -> {
                    contacts(table);
                    table.append();
                })
                .build();
        assertThat(emitted(all).codes()).contains("dlt.append-all");
        assertThat(emitted(plan(API, table -> events(table, "id")).build()).codes())
                .doesNotContain("dlt.append-all");
    }

    @Test
    void aModuleThatThePackageHidesIsAFinding() {
        DataSourcePlan plan = plan(API, DltEmitterTest::contacts).build();
        assertThat(emitted(plan, Map.of("sources/crm.py", "")).codes()).contains("dlt.shadowed");
        assertThat(emitted(plan).codes()).doesNotContain("dlt.shadowed").contains("RB12", "RB34");
    }

    @Test
    void aTokenRequestMaySayMore() {
        Authentication oauth = new Authentication.OAuth2ClientCredentials(
                        "https://auth.example.com/", Secret.named("client_id"), Secret.named("client_secret"))
                .parameter("scope", "read");
        assertThat(source(RestApi.at("https://a.io/", it -> it.authentication(oauth)), DltEmitterTest::contacts))
                .contains("crm_token_url: str = TOKEN_URL,", """
                            "access_token_request_data": {
                                "scope": "read",
                            },
                """.indent(4));
    }

    @Test
    void aFailedRunsLeftoversDoNotStandForANewOne() {
        assertThat(emitted(plan(API, DltEmitterTest::contacts).build()).text("pipelines/crm.py"))
                .contains("""
                            if pipeline.has_pending_data:
                                # From a run that failed; the next one would load this and not ask the API.
                                try:
                                    pipeline.run()
                                except PipelineStepFailed:
                                    pipeline.abort_packages()
                            load_info = pipeline.run(crm())
                        """);
    }

    @Test
    void nothingIsStampedWhenTheRunbookIsWantedAsWritten() {
        Platform asWritten = Platform.runbook().with(platform -> platform.asWritten("RB13"));
        Emitted emitted = emitted(plan(asWritten, API, DltEmitterTest::contacts).build());
        assertThat(emitted.text("sources/crm/source.py")).doesNotContain("stamp");
        assertThat(emitted.codes()).doesNotContain("RB13");
    }

    @Test
    void aLineBreakBehindATokenIsNotSent() {
        assertThat(source(API, DltEmitterTest::contacts)).contains("\"token\": token.strip(),");
    }

    @Test
    void aKeyInACookieIsAHeaderBecauseDltDoesNotSendCookies() {
        RestApi api = RestApi.at(
                "https://api.example.com/", it -> it.apiKey(Location.COOKIE, "session", Secret.named("api_key")));
        assertThat(source(api, DltEmitterTest::contacts)).contains("\"Cookie\": f\"session={api_key.strip()}\",");
    }

    @Test
    void aColumnWithATypeIsThereBeforeItHasAValue() {
        assertThat(source(API, table -> {
                    contacts(table);
                    table.column("seen_at", c -> c.from("seenAt").type(ColumnType.TIMESTAMP_NTZ));
                }))
                .contains("""
                                        "seen_at": {
                                            "data_type": "timestamp",
                                            "timezone": False,
                                        },
                        """.indent(4));
    }

    @Test
    void aLoaderThatStampsNothingYieldsTheResourcesAsTheyAre() {
        DataSourcePlan plan = plan(API, DltEmitterTest::contacts)
                .loader(Loader.named("raw", loader -> loader.tool("dlt")))
                .build();
        assertThat(emitted(plan).text("sources/crm/source.py"))
                .endsWith("    yield from rest_api_resources(config)\n")
                .doesNotContain("stamp");
    }

    @Test
    void namingNoPaginatorIsAFinding() {
        DataSourcePlan plan = plan(
                        API,
                        table -> table.description("One row per contact.")
                                .from(RestApi.endpoint("contacts"))
                                .primaryKey("id"))
                .build();
        assertThat(emitted(plan).codes()).contains("RB36");
        assertThat(emitted(plan(API, DltEmitterTest::contacts).build()).codes()).doesNotContain("RB36");
    }

    @Test
    void aProjectWithoutDltIsAFinding() {
        DataSourcePlan plan = plan(API, DltEmitterTest::contacts).build();
        assertThat(emitted(plan, Map.of("pyproject.toml", "dependencies = []")).codes())
                .contains("RB37");
        assertThat(emitted(plan, Map.of("pyproject.toml", "\"dlt[duckdb,snowflake]\""))
                        .codes())
                .doesNotContain("RB37");
    }

    @Test
    void aProjectFileThatIsNotUtf8IsNotSaidToLackDlt() {
        byte[] latin = "name = \"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        Repository repository = Repository.inMemory("data-pipelines", Map.of("pyproject.toml", latin));

        assertThat(Emitted.by(
                                new DltEmitter(),
                                plan(API, DltEmitterTest::contacts).build(),
                                repository)
                        .said("RB37"))
                .startsWith("ACT pyproject.toml cannot be read, because it is not UTF-8: save it as UTF-8,");
    }

    @Test
    void theDatasetIsUpperCaseWhenTheRunbookIsWantedAsWritten() {
        Platform asWritten = Platform.runbook().with(platform -> platform.asWritten("RB11"));
        Emitted emitted = emitted(plan(asWritten, API, DltEmitterTest::contacts).build());
        assertThat(emitted.text("pipelines/crm.py")).contains("dataset_name=\"CRM\"");
        assertThat(emitted.codes()).doesNotContain("RB11");
    }

    @Test
    void theWorkersVariablesAreNamedOneByOne() {
        Step credentials = emitted(plan(API, DltEmitterTest::contacts).build()).steps().stream()
                .filter(step -> step.id().equals("dlt.credentials.dlt.crm"))
                .findFirst()
                .orElseThrow();
        assertThat(credentials.body())
                .contains(
                        "| `DESTINATION__SNOWFLAKE__CREDENTIALS__PRIVATE_KEY` | `dlt/snowflake-credentials` | `private_key` |",
                        "| `SOURCES__CRM__TOKEN` | `dlt/crm` | `token` |");
    }

    @Test
    void aRepositorysOwnMapOfSecretsIsNamedWithItsLineUntilItHasTheSource() {
        String map = """
                import dlt

                SECRET_MAP = {
                    "destination.snowflake.credentials": "dlt/snowflake-credentials",
                }
                """;
        DataSourcePlan plan = plan(API, DltEmitterTest::contacts).build();

        assertThat(emitted(plan, Map.of("utils/vault_provider.py", map)).findings())
                .filteredOn(finding -> finding.code().equals("RB34") && finding.level() == Finding.Level.ACT)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("utils/vault_provider.py, line 3: if the worker reads its secrets by SECRET_MAP, add"
                                + " \"sources.crm\": \"dlt/crm\" instead of setting variables."));
        assertThat(emitted(
                                plan,
                                Map.of(
                                        "utils/vault_provider.py",
                                        map.replace("}", "    \"sources.crm\": \"dlt/crm\",\n}")))
                        .findings())
                .filteredOn(finding -> finding.code().equals("RB34"))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.KNOW);
    }
}
