package dev.headwater.acceptance;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;

/** The plan of every corpus. It stays as it is, so that a report of today can be held against one of tomorrow. */
final class CorpusPlan {

    private CorpusPlan() {}

    static DataSourcePlan on(Platform platform) {
        return DataSourcePlan.builder(platform)
                .loader(Loader.dlt().asNew())
                .source(
                        "harbour_office",
                        RestApi.at("https://api.example.com/v1/", api -> api.bearerToken(Secret.named("token"))),
                        source -> source.displayName("Harbour office")
                                .schedule(Schedule.dailyAt("05:40"))
                                .table("berths", CorpusPlan::berths)
                                .table("arrivals", CorpusPlan::arrivals))
                .build();
    }

    private static void berths(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per berth.")
                .entity("berth")
                .from(RestApi.endpoint("berths", endpoint -> endpoint.paginator(Paginator.singlePage())))
                .replace()
                .primaryKey("id");
    }

    private static void arrivals(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per arrival of a ship: \"when\" and # where.")
                .entity("arrival")
                .from(RestApi.endpoint(
                        "arrivals", endpoint -> endpoint.rows("data").paginator(Paginator.jsonLink("next"))))
                .merge("id")
                .incremental("updatedAt")
                .column(
                        "arrived_at",
                        column -> column.from("arrivedAt")
                                .type(ColumnType.TIMESTAMP_TZ)
                                .description("When it made fast."));
    }
}
