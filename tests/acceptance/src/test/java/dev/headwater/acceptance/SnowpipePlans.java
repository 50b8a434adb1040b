package dev.headwater.acceptance;

import dev.headwater.method.FileFormat;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.method.SnowpipeBuilder;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plans whose files Snowpipe loads. */
final class SnowpipePlans {

    static final String BUCKET = "acme-data-lake-prod";
    static final String QUEUE = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDAEXAMPLE-0a1b2c";

    private SnowpipePlans() {}

    /** Two sources on one bucket, whose notification somebody else wrote: all formats, and all in one VARIANT. */
    static DataSourcePlan existingLoader() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "settlements",
                        Snowpipe.from(BUCKET, snowpipe -> snowpipe.notificationChannel(QUEUE)),
                        SnowpipePlans::settlements)
                .source(
                        "clickstream",
                        Snowpipe.from(
                                BUCKET,
                                snowpipe -> snowpipe.notificationChannel(QUEUE).oneVariant()),
                        source -> source.displayName("Clickstream")
                                .schedule(Schedule.hourlyAt(0))
                                .table(
                                        "clicks",
                                        table -> table.description("One row per click.")
                                                .entity("click")
                                                .from(Snowpipe.files("clickstream/clicks/", FileFormat.jsonLines()))
                                                .append()
                                                .primaryKey("id")
                                                .column(
                                                        "page",
                                                        c -> c.from("context.page.path")
                                                                .type(ColumnType.STRING))
                                                .column(
                                                        "clicked_at",
                                                        c -> c.from("clickedAt").type(ColumnType.TIMESTAMP_TZ))))
                .build();
    }

    private static void settlements(Source.Builder<Snowpipe.Files> source) {
        source.displayName("Settlements \"${today}\"")
                .table(
                        "payouts",
                        table -> table.description("One row per payout, with a %{percentage}.")
                                .entity("payout")
                                .from(Snowpipe.files("settlements/payouts/", FileFormat.jsonLines()))
                                .append()
                                .primaryKey("id")
                                .column("amount", c -> c.type(ColumnType.NUMBER))
                                .column("currency", c -> c.from("meta.currency").type(ColumnType.STRING))
                                .column("paid_at", c -> c.from("paidAt").type(ColumnType.TIMESTAMP_TZ)))
                .table(
                        "fees",
                        table -> table.description("One row per fee.")
                                .entity("fee")
                                .from(Snowpipe.files(
                                        "settlements/fees/",
                                        FileFormat.csv()
                                                .delimitedBy(";")
                                                .quotedBy("'")
                                                .encodedIn("ISO88591")
                                                .withNulls("NULL", "\\N")))
                                .append()
                                .column("fee_eur", c -> c.from("Fee (EUR)").type(ColumnType.NUMBER))
                                .column("booked_on", c -> c.type(ColumnType.DATE))
                                .column("is_final", c -> c.type(ColumnType.BOOLEAN)))
                .table(
                        "rates",
                        table -> table.description("One row per rate.")
                                .entity("rate")
                                .from(Snowpipe.files("settlements/rates/", FileFormat.parquet()))
                                .append()
                                .column("rate", c -> c.type(ColumnType.FLOAT))
                                .column("digits", c -> c.type(ColumnType.INTEGER))
                                .column("valid_from", c -> c.type(ColumnType.TIMESTAMP_NTZ))
                                .column("details", c -> c.type(ColumnType.JSON)));
    }

    /** An existing loader, whose files a pipeline uploads; nobody knows the pipes' queue yet. */
    static DataSourcePlan uploaded() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "ecb_rates",
                        from(snowpipe -> snowpipe.integration("DATA_LAKE_PROD"))
                                .uploadedBy(RestApi.at(
                                        "https://api.rates.example/v1/",
                                        api -> api.bearerToken(Secret.named("access_token")))),
                        SnowpipePlans::exchangeRates)
                .build();
    }

    static Snowpipe<Snowpipe.Files> from(Consumer<SnowpipeBuilder> definition) {
        return Snowpipe.from(BUCKET, definition);
    }

    static void exchangeRates(Source.Builder<RestApi.Endpoint> source) {
        source.displayName("ECB Rates")
                .schedule(Schedule.dailyAt("06:15"))
                .table("rates", SnowpipePlans::rates)
                .table(
                        "currencies",
                        table -> table.description("One row per currency and load.")
                                .entity("currency")
                                .from(RestApi.endpoint(
                                        "currencies",
                                        endpoint -> endpoint.rows("data").paginator(Paginator.singlePage())))
                                .append()
                                .column("code", c -> c.type(ColumnType.STRING)));
    }

    private static void rates(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per rate.")
                .entity("rate")
                .from(RestApi.endpoint(
                        "rates", endpoint -> endpoint.rows("data").paginator(Paginator.singlePage())))
                .append()
                .primaryKey("rateId")
                .incremental("updatedAt")
                .column("base", c -> c.from("pair.base").type(ColumnType.STRING))
                .column("rate", c -> c.type(ColumnType.FLOAT))
                .column("updated_at", c -> c.from("updatedAt").type(ColumnType.TIMESTAMP_TZ));
    }

    /** A new loader whose storage integration and notification are the first. */
    static DataSourcePlan newLoader() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe().asNew())
                .source(
                        "partner_files",
                        from(snowpipe -> snowpipe.notificationChannel(QUEUE)
                                .storageRole("arn:aws:iam::123456789012:role/snowflake-storage-prod")),
                        source -> source.displayName("Partner Files")
                                .table(
                                        "orders",
                                        table -> table.description("One row per order.")
                                                .entity("order")
                                                .from(Snowpipe.files("partners/orders/", FileFormat.csv()))
                                                .append()
                                                .primaryKey("order_no")
                                                .column("total", c -> c.type(ColumnType.NUMBER))))
                .build();
    }

    /** The house as it is once its Snowflake provider is a recent one, with a data lake of its own. */
    static void prepare(Path terraform) throws IOException {
        Path config = terraform.resolve("snowflake/config");
        upgrade(terraform.resolve("snowflake"));
        Files.writeString(
                config.resolve("providers.tf"),
                Files.readString(config.resolve("providers.tf")).replace("  alias = \"sys_admin\"\n", """
                          alias                    = "sys_admin"
                          preview_features_enabled = ["snowflake_pipe_resource", "snowflake_table_resource"]
                        """));
        Files.writeString(config.resolve("integrations.tf"), """
                locals {
                  lakes = {
                    dev  = "acme-data-lake-dev"
                    prod = "acme-data-lake-prod"
                  }
                }

                resource "snowflake_storage_integration_aws" "data_lake" {
                  provider = snowflake.account_admin
                  for_each = local.lakes

                  name                      = upper("data_lake_${each.key}")
                  enabled                   = true
                  storage_provider          = "S3"
                  storage_allowed_locations = ["s3://${each.value}/"]
                  storage_aws_role_arn      = "arn:aws:iam::123456789012:role/snowflake-storage-${each.key}"
                }
                """);
        Files.writeString(terraform.resolve("aws/config/s3_data_lake.tf"), """
                resource "aws_s3_bucket" "data_lake" {
                  bucket = "acme-data-lake-prod"
                }

                # One a bucket: add yours below.
                resource "aws_s3_bucket_notification" "data_lake" {
                  bucket = aws_s3_bucket.data_lake.id

                  queue {
                    id        = "audit"
                    queue_arn = "arn:aws:sqs:eu-west-2:123456789012:audit"
                    events    = ["s3:ObjectRemoved:*"]
                  }

                  queue {
                    queue_arn     = "arn:aws:sqs:eu-west-2:123456789012:invoices" # not Snowflake's
                    events        = ["s3:ObjectCreated:*"]
                    filter_prefix = "invoices/"
                  }
                }
                """);
    }

    /** Root and modules on a recent provider. */
    static void upgrade(Path snowflake) throws IOException {
        try (Stream<Path> files = Files.walk(snowflake)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".tf")).toList()) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replace("Snowflake-Labs/snowflake", "snowflakedb/snowflake")
                                .replace("~> 0.99", "~> 2.21"));
            }
        }
    }
}
