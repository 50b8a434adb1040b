package com.example.house;

import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Authentication.OAuth2ClientCredentials;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.plan.MethodChoice;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.platform.Platform.StagingNaming;
import java.time.DayOfWeek;
import java.time.Duration;

/** Everything that can be said about a source that is an API. What is left out has the runbook's value. */
public final class EverySetting {

    private static final String URL = "https://api.example.com/v2/";

    private EverySetting() {}

    /** The house: once for all plans. */
    static Platform platform() {
        return Platform.runbook()
                .with(house -> house.folder(Folder.SNOWFLAKE_CONFIG, "terraform/snowflake")
                        .folder(Folder.AWS_CONFIG, "terraform/aws")
                        .warehouse("LOADING")
                        .sourcesReaderRole("ANALYTICS_SOURCES_READER")
                        .developerRole("ANALYTICS_DEVELOPER")
                        .transformerUser("SVC_DBT")
                        .analyticsDatabase("ANALYTICS")
                        .workPool("production")
                        .awsProfile("data-prod")
                        .secretPrefix("ingest/")
                        .contacts("the platform team", "the on-call engineer")
                        .flowModule("{source}_flow")
                        .stagingNaming(StagingNaming.BY_SOURCE)
                        .lateRunSlack(Duration.ofMinutes(30))
                        .sharedMinutes(true)
                        .makesNoneOfOurs("snowflake_grants")
                        .asWritten("RB04")
                        .mute("RB32"));
    }

    /** A loader: once a database. {@code Loader.dlt()} is the usual one, {@code asNew()} one that is to be made. */
    static Loader loader() {
        return Loader.named(
                        "crm_loads",
                        loader -> loader.displayName("CRM loads")
                                .tool("dlt")
                                .database("DLT_CRM")
                                .serviceAccount("SVC_DLT_CRM") // or withoutServiceAccount()
                                .loadedAt(LoadedAt.stampedInto("_dlt_load_time"))
                                .credentialFields("database", "warehouse", "role", "username", "host", "private_key")
                                .scheduledBy(Scheduler.PREFECT))
                .asNew();
    }

    /** One source for each way to say who asks. */
    static DataSourcePlan plan() {
        return DataSourcePlan.builder(platform())
                .loader(loader())
                .source("crm", RestApi.at(URL, api -> api.bearerToken(Secret.named("token"))), EverySetting::crm)
                .source(
                        "shop",
                        RestApi.at(URL, api -> api.apiKey(Location.HEADER, "X-Api-Key", Secret.named("api_key"))),
                        source -> source.schedule(Schedule.weeklyOn(DayOfWeek.MONDAY, "05:30"))
                                .table(
                                        "orders",
                                        table -> pages(
                                                table, Paginator.offset(100).withoutTotal())))
                .source(
                        "desk",
                        RestApi.at(URL, api -> api.basic(Secret.named("login"), Secret.named("password"))),
                        source -> source.schedule(Schedule.monthlyOn(1, "05:40"))
                                .table(
                                        "tickets",
                                        table -> pages(
                                                table, Paginator.pageNumber(1).withoutTotal())))
                .source(
                        "bank",
                        RestApi.at(
                                URL,
                                api -> api.oauth2ClientCredentials(
                                        "https://auth.example.com/token",
                                        Secret.named("client_id"),
                                        Secret.named("client_secret"))),
                        source -> source.schedule(Schedule.hourlyAt(10))
                                .table("payments", table -> pages(table, Paginator.headerCursor("X-Next", "cursor"))))
                .source(
                        "fleet",
                        RestApi.at(
                                URL,
                                api -> api.authentication(new OAuth2ClientCredentials(
                                                "https://auth.example.com/token",
                                                Secret.named("client_id"),
                                                Secret.named("client_secret"))
                                        .parameter("scope", "read"))),
                        source -> source.table("trips", table -> pages(table, Paginator.jsonLink("links.next"))))
                .source(
                        "rates",
                        RestApi.at(URL),
                        source -> source.table("rates", table -> pages(table, Paginator.headerLink()))
                                .table("countries", table -> pages(table, Paginator.singlePage())))
                .build();
    }

    private static void crm(Source.Builder<RestApi.Endpoint> source) {
        source.displayName("CRM")
                .schedule(Schedule.cron("*/15 6-20 * * mon-fri")
                        .in("Europe/Paris")
                        .named("office_hours"))
                .freshness(Freshness.ofRuns())
                .choice(MethodChoice.of(known -> known.kind(MethodChoice.Kind.API)
                        .streams(2)
                        .configuredBy(MethodChoice.Configurer.ENGINEERS)
                        .freshWithin(Duration.ofHours(1))))
                .mute("RB12")
                .table("contacts", EverySetting::contacts)
                .table("changes", EverySetting::changes);
    }

    /** Rows that change: merged by their key, and only the changed ones are asked for. */
    private static void contacts(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per contact.")
                .entity("contact")
                .from(RestApi.endpoint(
                        "contacts",
                        endpoint -> endpoint.rows("data.items")
                                .parameter("limit", "100")
                                .cursorParameter("updated_since", "2026-01-01T00:00:00Z")
                                .paginator(Paginator.cursor("next", "cursor"))))
                .merge("id")
                .incremental("updatedAt")
                .freshness(Freshness.none())
                .mute("RB33")
                .column(
                        "email",
                        column -> column.from("properties.email")
                                .type(ColumnType.STRING)
                                .kind(Kind.DIMENSION)
                                .description("Primary e-mail address."));
    }

    /** Rows that are only added. */
    private static void changes(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per change of a contact.")
                .from(RestApi.endpoint(
                        "changes",
                        endpoint -> endpoint.paginator(Paginator.auto()).cursorParameter("after", 0)))
                .append()
                .incremental("sequence")
                .freshness(Freshness.within(Duration.ofDays(2), Duration.ofDays(4)))
                .column(
                        "contact_id",
                        column -> column.from("contact.id")
                                .type(ColumnType.STRING)
                                .kind(Kind.IDENTIFIER));
    }

    /** Few rows: all of them, each time. */
    private static void pages(Table.Builder<RestApi.Endpoint> table, Paginator paginator) {
        table.description("One row per thing.")
                .from(RestApi.endpoint("things", endpoint -> endpoint.paginator(paginator)))
                .replace()
                .primaryKey("id");
    }

    /** A plan is a value: another one is made of it. */
    static DataSourcePlan later(DataSourcePlan plan) {
        return plan.toBuilder()
                .changeSource("crm", RestApi.class, source -> source.removeTable("changes"))
                .removeSource("rates")
                .build();
    }
}
