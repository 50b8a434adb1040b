package dev.headwater.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which settings of Airbyte make a plan, and what they become in Airbyte. */
class AirbyteTest {

    @Test
    void aCredentialIsNamedAndNeverHeld() {
        assertThat(problems(airbyte -> airbyte.setting("credentials.clientSecret", "s3cret")
                        .setting("api-key", "k")
                        .setting("APIToken", "t")
                        .setting("connection_url", "postgres://u:p@h")
                        .setting("password", "p")))
                .extracting(Problem::code)
                .hasSize(5)
                .containsOnly("airbyte.credential");
    }

    @Test
    void whatOnlySoundsLikeACredentialIsASetting() {
        assertThat(problems(airbyte -> airbyte.setting("credentials.credentials_title", "OAuth")
                        .setting("primary_keys", "id")
                        .setting("token_url", "https://example.com")
                        .setting("ssl.verify_access_token", false)
                        .setting("customer_id", "1")))
                .isEmpty();
    }

    @Test
    void aFieldIsSetOnceAndNotInsideOfAnother() {
        assertThat(problems(airbyte -> airbyte.setting("a", "1")
                        .setting("a", "2")
                        .setting("b", "1")
                        .setting("b.c", "1")
                        .setting("d..e", "1")))
                .extracting(Problem::code)
                .containsOnly("airbyte.configuration")
                .hasSize(3);
    }

    @Test
    void aSecretsValueInPlaceOfItsNameIsRefused() {
        assertThat(problems(airbyte -> airbyte.secret("api_key", Secret.named("sk-live/12 34"))))
                .extracting(Problem::code)
                .containsExactly("airbyte.secret");
    }

    @Test
    void airbytesOwnScheduleIsOneThatQuartzCanExpress() {
        Consumer<AirbyteBuilder> own = AirbyteBuilder::scheduledByAirbyte;

        assertThat(problems(own, Schedule.dailyAt("07:00"))).isEmpty();
        assertThat(problems(own, Schedule.cron("0 7 1 * mon")))
                .extracting(Problem::message)
                .containsExactly(
                        "Airbyte cannot express scheduled (0 7 1 * mon UTC), because Quartz takes days of the month or"
                                + " of the week, not both.");
        assertThat(problems(own, Schedule.dailyAt("07:00").in("Europe/London")))
                .extracting(Problem::code)
                .containsExactly("airbyte.schedule");
        assertThat(problems(any -> {}, Schedule.continuous()))
                .extracting(Problem::code)
                .contains("airbyte.schedule");
    }

    @Test
    void theConnectorsTypeIsNoSettingAndFollowsFromItsName() {
        assertThat(problems(airbyte -> airbyte.setting("sourceType", "other")))
                .extracting(Problem::code)
                .containsExactly("airbyte.configuration");
        assertThat(Airbyte.connector("Google Analytics 4 (GA4)").sourceType()).isEqualTo("google-analytics-4-ga4");
    }

    @Test
    void theTableIsCalledAsTheStreamIs() {
        List<Problem> problems = plan(any -> {}, Schedule.dailyAt("07:00"), "people", table -> table.primaryKey("id"))
                .problems();

        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("Airbyte calls the table of the stream \"contacts\" the same, not \"people\".");
    }

    @Test
    void theSyncModeDoesWhatTheTableSays() {
        assertThat(mode(Table.Builder::replace)).isEqualTo(SyncMode.FULL_REFRESH_OVERWRITE);
        assertThat(mode(Table.Builder::append)).isEqualTo(SyncMode.FULL_REFRESH_APPEND);
        assertThat(mode(table -> table.append().incremental("at"))).isEqualTo(SyncMode.INCREMENTAL_APPEND);
        assertThat(mode(table -> table.merge("id"))).isEqualTo(SyncMode.FULL_REFRESH_OVERWRITE_DEDUPED);
        assertThat(mode(table -> table.merge("id").incremental("at"))).isEqualTo(SyncMode.INCREMENTAL_DEDUPED_HISTORY);
        assertThat(mode(table ->
                        table.merge("id").from(Airbyte.stream("contacts").withOwnCursor())))
                .isEqualTo(SyncMode.INCREMENTAL_DEDUPED_HISTORY);
    }

    @Test
    void aStreamThatBringsWhatIsNewDoesNotReplaceTheTable() {
        List<Problem> problems = plan(
                        any -> {},
                        Schedule.dailyAt("07:00"),
                        "contacts",
                        table -> table.replace()
                                .primaryKey("id")
                                .from(Airbyte.stream("contacts").withOwnCursor()))
                .problems();

        assertThat(problems).extracting(Problem::code).containsExactly("airbyte.sync-mode");
    }

    @Test
    void columnsAreInUpperCaseSoThatOnlyOddOnesNeedQuotes() {
        Airbyte airbyte = Airbyte.connector("HubSpot");

        assertThat(airbyte.rawField("createdAt")).isEqualTo(new RawField("createdat", List.of()));
        assertThat(airbyte.rawField("first-name")).isEqualTo(new RawField("FIRST-NAME", List.of()));
        assertThat(airbyte.rawField("properties.email")).isEqualTo(new RawField("properties", List.of("email")));
    }

    @Test
    void theRunbookListsEveryFieldOfTheConsole() {
        DataSourcePlan plan = plan(
                        airbyte -> airbyte.setting("start_date", "2026-01-01")
                                .secret("credentials.access_token", Secret.named("access_token")),
                        Schedule.dailyAt("07:00"),
                        "contacts",
                        table -> table.merge("id").incremental("updatedAt"))
                .build();
        Source source = plan.sources().get(0);

        assertThat(source.method().outsideSteps(plan, source))
                .extracting(OutsideStep::markdown)
                .containsExactly("""
                        | field | value |
                        |---|---|
                        | Connector | HubSpot |
                        | Name | `crm-production` |
                        | `start_date` | `2026-01-01` |
                        | `credentials.access_token` | the secret `access_token`: type it in, it stays in Airbyte |""", """
                        Select these streams and no others.

                        | field | value |
                        |---|---|
                        | Name | `crm-to-snowflake` |
                        | Source | `crm-production` |
                        | Destination | `snowflake-airbyte`, which is there already |
                        | Destination namespace | Custom format `CRM` (RB22) |
                        | Schedule type | Manual: Prefect starts the syncs (RB21) |
                        | Detect and propagate schema changes | Propagate column changes only |
                        | Stream `contacts` | Incremental \\| Append + Deduped; cursor `updatedAt`; primary key `id` |""");
    }

    private static SyncMode mode(Consumer<Table.Builder<Airbyte.Stream>> definition) {
        DataSourcePlan plan = plan(any -> {}, Schedule.dailyAt("07:00"), "contacts", table -> {
                    table.primaryKey("id");
                    definition.accept(table);
                })
                .build();
        return SyncMode.of(plan.sources().get(0).tables().get(0));
    }

    private static List<Problem> problems(Consumer<AirbyteBuilder> definition) {
        return problems(definition, Schedule.dailyAt("07:00"));
    }

    private static List<Problem> problems(Consumer<AirbyteBuilder> definition, Schedule schedule) {
        return plan(definition, schedule, "contacts", table -> table.primaryKey("id"))
                .problems();
    }

    private static DataSourcePlan.Builder plan(
            Consumer<AirbyteBuilder> definition,
            Schedule schedule,
            String tableName,
            Consumer<Table.Builder<Airbyte.Stream>> tableDefinition) {
        return DataSourcePlan.builder()
                .loader(Loader.airbyte())
                .source(
                        "crm",
                        Airbyte.connector("HubSpot", definition),
                        source -> source.schedule(schedule).table(tableName, table -> {
                            table.description("One row per contact.").from(Airbyte.stream("contacts"));
                            tableDefinition.accept(table);
                        }));
    }
}
