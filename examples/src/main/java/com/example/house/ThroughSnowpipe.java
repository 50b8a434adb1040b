package com.example.house;

import dev.headwater.method.FileFormat;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;

/** Files in S3, which Snowpipe loads. */
public final class ThroughSnowpipe {

    private ThroughSnowpipe() {}

    /** The plan of files that a partner puts into the bucket; the loader Snowpipe is there already. */
    public static DataSourcePlan files() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "settlements",
                        Snowpipe.from("acme-data-lake-prod", snowpipe -> snowpipe.integration("DATA_LAKE_PROD")),
                        source -> source.displayName("Settlements")
                                .table(
                                        "payouts",
                                        table -> table.description("One row per payout.")
                                                .entity("payout")
                                                .from(Snowpipe.files("settlements/payouts/", FileFormat.jsonLines()))
                                                .append()
                                                .primaryKey("id")
                                                .column(
                                                        "currency",
                                                        column -> column.from("meta.currency")
                                                                .type(ColumnType.STRING)))
                                .table(
                                        "fees",
                                        table -> table.description("One row per fee.")
                                                .entity("fee")
                                                .from(Snowpipe.files(
                                                        "settlements/fees/",
                                                        FileFormat.csv()
                                                                .delimitedBy(";")
                                                                .withNulls("NULL")))
                                                .append()
                                                .column(
                                                        "fee_eur",
                                                        column -> column.from("Fee (EUR)")
                                                                .type(ColumnType.NUMBER))))
                .build();
    }

    /** The plan of files that a pipeline of ours uploads, once the queue of the pipes is known. */
    public static DataSourcePlan uploaded() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "ecb_rates",
                        Snowpipe.from(
                                        "acme-data-lake-prod",
                                        snowpipe -> snowpipe.integration("DATA_LAKE_PROD")
                                                .notificationChannel(
                                                        "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDAEXAMPLE-1a2b"))
                                .uploadedBy(RestApi.at("https://api.rates.example/v1/")),
                        source -> source.displayName("ECB Rates")
                                .schedule(Schedule.dailyAt("06:30"))
                                .table(
                                        "rates",
                                        table -> table.description("One row per rate.")
                                                .entity("rate")
                                                .from(RestApi.endpoint(
                                                        "rates",
                                                        endpoint -> endpoint.rows("data")
                                                                .paginator(Paginator.singlePage())))
                                                .append()
                                                .incremental("updatedAt")
                                                .column("rate", column -> column.type(ColumnType.FLOAT))))
                .build();
    }
}
