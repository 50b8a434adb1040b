package dev.headwater.acceptance;

import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Authentication.OAuth2ClientCredentials;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.platform.Platform.StagingNaming;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.function.Consumer;

/** Plans that ask for everything an HTTP API through dlt can be. */
final class Plans {

    /** Where the emitted code looks until an environment variable says otherwise. */
    private static final String NOWHERE = "https://api.example.com/v1/";

    /** The runbook's own text wherever there is a way back to it. */
    static final Platform AS_WRITTEN = Platform.runbook()
            .with(platform -> platform.asWritten(Arrays.stream(Deviation.values())
                    .filter(Deviation::canBeAsWritten)
                    .map(Deviation::code)
                    .toArray(String[]::new)));

    private Plans() {}

    /** The same plan on another platform. */
    static DataSourcePlan on(Platform platform, DataSourcePlan plan) {
        DataSourcePlan.Builder builder = DataSourcePlan.builder(platform).loader(plan.loader());
        plan.sources().forEach(builder::source);
        return builder.build();
    }

    static DataSourcePlan newLoader() {
        return DataSourcePlan.builder()
                .loader(Loader.named(
                                "crm_loads",
                                loader -> loader.displayName("CRM \"Loads\"")
                                        .tool("dlt")
                                        .database("DLT_CRM")
                                        .loadedAt(LoadedAt.stampedInto("_dlt_load_time")))
                        .asNew())
                .source(
                        "order_desk",
                        RestApi.at(NOWHERE, api -> api.apiKey(Location.HEADER, "X-Api-Key", Secret.named("api_key"))),
                        source -> source.displayName("Order desk: \"EU\" & {US} ${x} 100%")
                                .schedule(Schedule.weeklyOn(DayOfWeek.MONDAY, "05:30")
                                        .in("Europe/London"))
                                .table("order_lines", Plans::orderLines)
                                .table("settings", Plans::settings))
                .build();
    }

    private static void orderLines(Table.Builder<RestApi.Endpoint> table) {
        table.description("Lines of orders: quantity, price # and {{ more }}, {% raw %} as the desk's people say it\n"
                        + "in a second line.")
                .entity("order_line")
                .from(RestApi.endpoint(
                        "keyset",
                        endpoint -> endpoint.rows("data.items")
                                .cursorParameter("since", "2026-01-01T00:00:00Z")
                                .paginator(Paginator.jsonLink("links.next"))))
                .merge("orderId", "position.lineNo")
                .incremental("changedAt")
                .column(
                        "sort_order",
                        column -> column.from("order")
                                .type(ColumnType.INTEGER)
                                .description("A reserved word in the source."))
                .column(
                        "date_of_the_very_first_delivery",
                        column -> column.from("deliveries.first.dateOfDeliveryToTheCustomer")
                                .type(ColumnType.TIMESTAMP_TZ)
                                .description(
                                        "When the first delivery reached the customer, in UTC: \"promised\" or not."))
                .column("ordered_at", column -> column.from("orderedAt").type(ColumnType.TIMESTAMP_NTZ))
                .column("due", column -> column.from("due").type(ColumnType.DATE))
                .column("is_open", column -> column.from("isOpen").type(ColumnType.BOOLEAN))
                .column(
                        "amount",
                        column -> column.from("amount").type(ColumnType.NUMBER).kind(Kind.MEASURE))
                .column(
                        "weight",
                        column -> column.from("weight").type(ColumnType.FLOAT).kind(Kind.MEASURE))
                .column("payload", column -> column.from("payload").type(ColumnType.JSON))
                .column("email", column -> column.from("customer.email").type(ColumnType.STRING));
    }

    private static void settings(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per setting")
                .entity("setting")
                .from(RestApi.endpoint("single", endpoint -> endpoint.paginator(Paginator.singlePage())))
                .primaryKey("id");
    }

    static DataSourcePlan everyAuthentication() {
        Platform platform = Platform.runbook()
                .with(house -> house.stagingNaming(StagingNaming.BY_SOURCE).flowModule("{source}_flow"));
        return DataSourcePlan.builder(platform)
                .loader(Loader.dlt().asNew())
                .source("bearer_api", RestApi.at(NOWHERE, api -> api.bearerToken(Secret.named("token"))), Plans::every)
                .source(
                        "header_api",
                        RestApi.at(NOWHERE, api -> api.apiKey(Location.HEADER, "X-Api-Key", Secret.named("api_key"))),
                        rows(Paginator.headerLink()))
                .source(
                        "query_api",
                        RestApi.at(NOWHERE, api -> api.apiKey(Location.QUERY, "key", Secret.named("api_key"))),
                        rows(Paginator.offset(2).withoutTotal()))
                .source(
                        "cookie_api",
                        RestApi.at(NOWHERE, api -> api.apiKey(Location.COOKIE, "session", Secret.named("api_key"))),
                        rows(Paginator.pageNumber(1).withoutTotal()))
                .source(
                        "basic_api",
                        RestApi.at(NOWHERE, api -> api.basic(Secret.named("login"), Secret.named("password"))),
                        rows(Paginator.cursor("next", "cursor")))
                .source(
                        "oauth_api",
                        RestApi.at(
                                NOWHERE,
                                api -> api.authentication(new OAuth2ClientCredentials(
                                                "https://auth.example.com/token",
                                                Secret.named("client_id"),
                                                Secret.named("client_secret"))
                                        .parameter("scope", "read"))),
                        rows(Paginator.headerCursor("X-Next", "cursor")))
                .source("open_api", RestApi.at(NOWHERE), rows(Paginator.jsonLink("links.next")))
                .build();
    }

    private static void every(Source.Builder<RestApi.Endpoint> source) {
        source.schedule(Schedule.cron("*/15 6-20 * * mon-fri").in("Europe/Berlin"))
                .table("links", rowsTable("json_link", Paginator.jsonLink("links.next")))
                .table("headers", rowsTable("header_link", Paginator.headerLink()))
                .table("cursors", rowsTable("cursor", Paginator.cursor("next", "cursor")))
                .table("offsets", rowsTable("offset", Paginator.offset(2).option("total_path", "total")))
                .table("pages", rowsTable("page", Paginator.pageNumber(1).option("total_path", "pages")))
                .table("guessed", rowsTable("json_link", Paginator.auto()));
    }

    private static Consumer<Source.Builder<RestApi.Endpoint>> rows(Paginator paginator) {
        return source -> source.schedule(Schedule.hourlyAt(5)).table("items", rowsTable("any", paginator));
    }

    private static Consumer<Table.Builder<RestApi.Endpoint>> rowsTable(String path, Paginator paginator) {
        return table -> table.description("One row per row.")
                .entity("item")
                .from(RestApi.endpoint(
                        path, endpoint -> endpoint.rows("data.items").paginator(paginator)))
                .replace()
                .primaryKey("id");
    }
}
