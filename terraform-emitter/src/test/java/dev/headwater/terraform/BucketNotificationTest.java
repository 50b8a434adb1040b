package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Finding;
import dev.headwater.method.FileFormat;
import dev.headwater.method.Snowpipe;
import dev.headwater.method.SnowpipeBuilder;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.EmitterLaws;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Into which notification of a bucket queues go, when a first one is written, and which files have a queue already. */
class BucketNotificationTest {

    private static final String QUEUE = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1";
    private static final String LAKE = "aws/config/lake.tf";
    private static final String FIRST = "aws/config/snowpipe_notifications.tf";

    private static final String NESTED = """
              queue {
                queue_arn     = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1"
                events        = ["s3:ObjectCreated:*"]
                filter_prefix = "shop/orders/"
              }
            """;

    private static final String WRITTEN = """
            resource "aws_s3_bucket_notification" "%s" {
              bucket = "data-lake"

            """ + NESTED + "}\n";

    private static final House HOUSE = House.siblings()
            .outputs("snowflake/modules/snowflake_schema", "schema_name")
            .with("snowflake/config/databases.tf", """
                    module "database_snowpipe" {
                      source        = "../modules/snowflake_database"
                      database_name = "SNOWPIPE"
                    }
                    """)
            .with("snowflake/config/integrations.tf", """
                    resource "snowflake_storage_integration_aws" "lake" {
                      name                      = "LAKE"
                      storage_allowed_locations = ["s3://data-lake/"]
                    }
                    """);

    private static DataSourcePlan.Builder with(
            DataSourcePlan.Builder plan, String source, Consumer<SnowpipeBuilder> definition) {
        return plan.source(
                source,
                Snowpipe.from("data-lake", definition),
                of -> of.table(
                        source + "_orders",
                        table -> table.description("One row per order.")
                                .from(Snowpipe.files(source + "/orders/", FileFormat.jsonLines()))
                                .append()
                                .primaryKey("id")));
    }

    private static DataSourcePlan plan(Consumer<SnowpipeBuilder> definition) {
        return with(DataSourcePlan.builder().loader(Loader.snowpipe()), "shop", definition)
                .build();
    }

    private static DataSourcePlan naming(String label) {
        return plan(snowpipe -> snowpipe.notificationChannel(QUEUE).bucketNotification(label));
    }

    private static final DataSourcePlan PLAN = plan(snowpipe -> snowpipe.notificationChannel(QUEUE));

    private static House house(String text) {
        return HOUSE.with(LAKE, text);
    }

    private static House notification(String label, String bucket, String inside) {
        return house("""
                resource "aws_s3_bucket_notification" "%s" {
                  bucket = %s
                %s}
                """.formatted(label, bucket, inside));
    }

    private static Preview preview(House house, DataSourcePlan plan) {
        return Workspace.of()
                .repository(house.repository(), new TerraformEmitter())
                .onboard(plan);
    }

    private static String after(House house, DataSourcePlan plan, String path) {
        Preview preview = preview(house, plan);
        assertThat(preview.conflicts()).isEmpty();
        return preview.changes("terraform").files().stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> file.after().stream())
                .findFirst()
                .orElse("");
    }

    private static String conflict(House house, DataSourcePlan plan) {
        List<Conflict> conflicts = preview(house, plan).conflicts();
        assertThat(conflicts).extracting(Conflict::code).containsOnly("snowpipe.notification");
        return conflicts.get(0).toString();
    }

    private static List<String> codes(House house, DataSourcePlan plan) {
        return preview(house, plan).findings().stream().map(Finding::code).toList();
    }

    @Test
    void aFirstOneIsWrittenWhereNothingSpeaksOfTheBucketAndSomebodyIsToLookForOneOutsideOfTerraform() {
        assertThat(after(HOUSE, PLAN, FIRST)).isEqualTo(WRITTEN.formatted("data_lake"));
        assertThat(preview(HOUSE, PLAN).findings())
                .filteredOn(finding -> finding.code().equals("snowpipe.first-notification"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("aws s3api get-bucket-notification-configuration --bucket data-lake");
        EmitterLaws.requireKept(new TerraformEmitter(), PLAN, HOUSE.files());
    }

    @Test
    void nobodyIsAskedToLookWhereTheOneThatThePlanNamesIsThere() {
        House house = notification("lake", "var.bucket", "");

        assertThat(after(house, naming("lake"), LAKE)).isEqualTo("""
                resource "aws_s3_bucket_notification" "lake" {
                  bucket = var.bucket

                """ + NESTED + "}\n");
        assertThat(codes(house, naming("lake"))).doesNotContain("snowpipe.first-notification");
        EmitterLaws.requireKept(new TerraformEmitter(), naming("lake"), house.files());
    }

    @Test
    void oneAtThePlansOwnLabelThatIsOfAnotherBucketGetsNoQueue() {
        House house = notification("data_lake", "\"other-lake\"", "");

        assertThat(conflict(house, PLAN))
                .contains(LAKE + ":1: resource \"aws_s3_bucket_notification\" \"data_lake\" is the notification of"
                        + " another bucket than data-lake, which would get the queues.")
                .contains("a label that is free, with snowpipe.bucketNotification(");
        assertThat(after(house, naming("data_lake_files"), FIRST)).isEqualTo(WRITTEN.formatted("data_lake_files"));
    }

    @Test
    void oneAtThePlansOwnLabelThatMayBeOfAnotherBucketGetsNoneUntilThePlanNamesIt() {
        House house = notification("data_lake", "var.bucket", "");

        assertThat(conflict(house, PLAN)).contains("snowpipe.bucketNotification(\"data_lake\")");
        assertThat(after(house, naming("data_lake"), LAKE)).contains(NESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"other-lake\"", "local.other", "aws_s3_bucket.other.id", "data.aws_s3_bucket.other.bucket"})
    void oneThatThePlanNamesAndIsOfAnotherBucketGetsNoQueue(String bucket) {
        House house = notification("lake", bucket, "").with("aws/config/s3.tf", """
                locals {
                  other = "other-lake"
                }

                resource "aws_s3_bucket" "other" {
                  bucket = "other-lake"
                }

                data "aws_s3_bucket" "other" {
                  bucket = local.other
                }
                """);

        assertThat(conflict(house, naming("lake"))).contains("is the notification of another bucket than data-lake");
        assertThat(after(house, PLAN, FIRST)).isEqualTo(WRITTEN.formatted("data_lake"));
    }

    @Test
    void oneForSeveralBucketsGetsNoQueue() {
        House house = house("""
                resource "aws_s3_bucket_notification" "lakes" {
                  for_each = toset(["data-lake", "other-lake"])
                  bucket   = each.key
                }
                """);

        assertThat(conflict(house, PLAN)).contains("cannot be told for certain");
        assertThat(conflict(house, naming("lakes"))).contains("is the notification of another bucket than data-lake");
    }

    @Test
    void oneForSeveralOtherBucketsDoesNotStandInTheWay() {
        House house = house("""
                resource "aws_s3_bucket_notification" "lakes" {
                  for_each = { raw = "raw-lake", fine = "fine-lake" }
                  bucket   = each.value
                }
                """);

        assertThat(after(house, PLAN, FIRST)).isEqualTo(WRITTEN.formatted("data_lake"));
    }

    @Test
    void oneThatCountsNothingIsNone() {
        House house = house("""
                resource "aws_s3_bucket_notification" "lake" {
                  count  = 0
                  bucket = "data-lake"
                }
                """);

        assertThat(after(house, PLAN, FIRST)).isEqualTo(WRITTEN.formatted("data_lake"));
        assertThat(conflict(house, naming("lake"))).contains("makes no notification at all");
    }

    @Test
    void theBucketOfADataSourceIsRead() {
        House house = notification("lake", "data.aws_s3_bucket.lake.id", "").with("aws/config/s3.tf", """
                data "aws_s3_bucket" "lake" {
                  bucket = "data-lake"
                }
                """);

        assertThat(after(house, PLAN, LAKE)).isEqualTo("""
                resource "aws_s3_bucket_notification" "lake" {
                  bucket = data.aws_s3_bucket.lake.id

                """ + NESTED + "}\n");
    }

    @Test
    void twoThatAreTheBucketsAreAConflictThatGoesWithTheSecond() {
        House both = notification("lake", "\"data-lake\"", "").with("aws/config/more.tf", """
                resource "aws_s3_bucket_notification" "more" {
                  bucket = "data-lake"
                }
                """);

        assertThat(conflict(both, PLAN))
                .contains("is the notification of the bucket data-lake already, and a bucket has only one.")
                .contains("remove the other");
        assertThat(after(both.without("aws/config/more.tf"), naming("lake"), LAKE))
                .isEqualTo(WRITTEN.formatted("lake"));
    }

    @Test
    void aLabelThatIsNotThereIsNotWrittenBesideOneThatIsOrMayBeTheBuckets() {
        assertThat(conflict(notification("lake", "var.bucket", ""), naming("more")))
                .contains("snowpipe.bucketNotification(\"lake\")")
                .contains("give it one whose name can be read");
        assertThat(conflict(notification("lake", "\"data-lake\"", ""), naming("more")))
                .contains("Say snowpipe.bucketNotification(\"lake\")");
        assertThat(after(notification("lake", "\"other\"", ""), naming("more"), FIRST))
                .isEqualTo(WRITTEN.formatted("more"));
    }

    private static DataSourcePlan two(Consumer<SnowpipeBuilder> shop, Consumer<SnowpipeBuilder> till) {
        return with(with(DataSourcePlan.builder().loader(Loader.snowpipe()), "shop", shop), "till", till)
                .build();
    }

    @Test
    void sourcesOfOneBucketHaveTheNotificationThatOneOfThemNames() {
        DataSourcePlan plan = two(
                snowpipe -> snowpipe.notificationChannel(QUEUE),
                snowpipe -> snowpipe.notificationChannel(QUEUE).bucketNotification("lake"));

        assertThat(after(notification("lake", "var.bucket", ""), plan, LAKE))
                .isEqualTo("""
                resource "aws_s3_bucket_notification" "lake" {
                  bucket = var.bucket

                """ + NESTED + "\n" + NESTED.replace("shop/", "till/") + "}\n");
        EmitterLaws.requireKept(new TerraformEmitter(), plan, HOUSE.files());
    }

    @Test
    void sourcesOfOneBucketThatNameTwoAreAConflict() {
        DataSourcePlan plan = two(
                snowpipe -> snowpipe.notificationChannel(QUEUE).bucketNotification("lake"),
                snowpipe -> snowpipe.notificationChannel(QUEUE).bucketNotification("pond"));

        assertThat(conflict(HOUSE, plan))
                .contains("names several notifications of the bucket data-lake")
                .contains("lake and pond");
        assertThat(conflict(notification("lake", "var.bucket", ""), plan)).contains("lake and pond");
    }

    private static House module(String bucket, String inside) {
        return house("""
                module "lake" {
                  source      = "../modules/lake"
                  bucket_name = %s
                }
                """.formatted(bucket)).with("aws/modules/lake/main.tf", inside);
    }

    private static final String WITH_NOTIFICATION = """
            resource "aws_s3_bucket" "this" {
              bucket = var.bucket_name
            }

            resource "aws_s3_bucket_notification" "this" {
              bucket      = aws_s3_bucket.this.id
              eventbridge = true
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\"data-lake\"", "var.name"})
    void aLocalModuleThatMakesTheBucketsNotificationStandsInTheWay(String bucket) {
        assertThat(conflict(module(bucket, WITH_NOTIFICATION), PLAN))
                .contains(LAKE + ":1: ")
                .contains("module \"lake\" makes the notification of the bucket data-lake")
                .contains("leave notificationChannel(...) out of the plan");
    }

    @Test
    void aLocalModuleThatMakesThatOfAnotherBucketOrNoneDoesNot() {
        assertThat(after(module("\"other-lake\"", WITH_NOTIFICATION), PLAN, FIRST))
                .isEqualTo(WRITTEN.formatted("data_lake"));
        assertThat(after(module("\"data-lake\"", "resource \"aws_s3_bucket\" \"this\" {\n}\n"), PLAN, FIRST))
                .isEqualTo(WRITTEN.formatted("data_lake"));
    }

    @Test
    void aModuleInsideOfALocalOneIsLookedInto() {
        House house = module("\"data-lake\"", """
                module "events" {
                  source      = "../events"
                  bucket_name = var.bucket_name
                }
                """).with("aws/modules/events/main.tf", WITH_NOTIFICATION);

        assertThat(conflict(house, PLAN)).contains("module \"lake\" makes the notification of the bucket data-lake");
    }

    @Test
    void aModuleOfNotificationsFromElsewhereIsOfTheBucketThatItIsGiven() {
        String call = """
                module "lake_events" {
                  source = "terraform-aws-modules/s3-bucket/aws//modules/notification"
                  bucket = "%s"
                }
                """;

        assertThat(conflict(house(call.formatted("data-lake")), PLAN)).contains("module \"lake_events\" makes");
        assertThat(after(house(call.formatted("other-lake")), PLAN, FIRST)).isEqualTo(WRITTEN.formatted("data_lake"));
    }

    @Test
    void whatIsWrittenInAFormThatIsNotReadStandsInTheWayOfAFirstOne() {
        assertThat(conflict(HOUSE.with("aws/config/cdk.tf.json", """
                {
                  "resource": {
                    "aws_s3_bucket_notification": {"lake": {"bucket": "data-lake"}}
                  }
                }
                """), PLAN))
                .contains("aws/config/cdk.tf.json:3: The file speaks of a notification in a form that is not read");
        assertThat(conflict(HOUSE.with("aws/config/lake_override.tf", """
                resource "aws_s3_bucket_notification" "lake" {
                  bucket = "data-lake"
                }
                """), PLAN))
                .contains("aws/config/lake_override.tf:1: ");
    }

    @Test
    void aBlockThatIsPastedAsTheConflictHasItSettlesIt() {
        House house = notification("lake", "var.bucket", "").with(FIRST, WRITTEN.formatted("data_lake"));

        assertThat(preview(house, PLAN).conflicts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "lambda_function"})
    void filesThatADynamicBlockMayTellOfAreAConflict(String type) {
        assertThat(conflict(notification("lake", "\"data-lake\"", """

                  dynamic "%s" {
                    for_each = var.told
                    content {
                      events        = ["s3:ObjectCreated:*"]
                      filter_prefix = told.value
                    }
                  }
                """.formatted(type)), PLAN))
                .contains("The \"dynamic\" \"" + type + "\" has, or may have, files below \"shop/orders/\"");
    }

    @Test
    void aDynamicBlockOfOtherFilesIsNone() {
        assertThat(preview(notification("lake", "\"data-lake\"", """

                  dynamic "topic" {
                    for_each = var.told
                    content {
                      events        = ["s3:ObjectCreated:*"]
                      filter_prefix = "invoices/"
                    }
                  }
                """), PLAN).conflicts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "    filter_prefix = \"shop/\"\n", "    filter_prefix = null\n"})
    void aQueueOfThePipesThatHasTheFilesWithOthersIsEnough(String filter) {
        House house = notification("lake", "\"data-lake\"", """

                  queue {
                    queue_arn = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1"
                    events    = ["s3:ObjectCreated:*"]
                %s  }
                """.formatted(filter));

        assertThat(after(house, PLAN, LAKE)).isEmpty();
        EmitterLaws.requireKept(new TerraformEmitter(), PLAN, house.files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue_arn = \"arn:aws:sqs:eu-west-2:123456789012:other\", events = [\"s3:ObjectCreated:*\"]",
                "queue_arn = aws_sqs_queue.other.arn, events = [\"s3:ObjectCreated:*\"]",
                "queue_arn = \"" + QUEUE + "\", events = [\"s3:ObjectCreated:Put\"]",
                "queue_arn = \"" + QUEUE + "\", events = [\"s3:ObjectCreated:*\"], filter_suffix = \".csv\""
            })
    void aQueueThatHasTheFilesOtherwiseIsAConflictThatSaysHow(String said) {
        assertThat(conflict(
                        notification(
                                "lake",
                                "\"data-lake\"",
                                "\n  queue {\n    filter_prefix = \"shop/orders/\"\n    " + said.replace(", ", "\n    ")
                                        + "\n  }\n"),
                        PLAN))
                .contains(LAKE + ":4: A queue has the files below \"shop/orders/\" already: " + said + ".")
                .contains("Have it say queue_arn = \"" + QUEUE + "\"");
    }

    @Test
    void withoutTheQueueInThePlanFilesThatHaveOneAreNoFinding() {
        House told = notification("lake", "\"data-lake\"", "\n" + NESTED);

        assertThat(codes(told, plan(any -> {}))).doesNotContain("RB23");
        assertThat(codes(notification("lake", "\"other-lake\"", "\n" + NESTED), plan(any -> {})))
                .contains("RB23");
        assertThat(codes(
                        notification("lake", "\"data-lake\"", "\n" + NESTED.replace("orders", "bills")),
                        plan(any -> {})))
                .contains("RB23");
    }

    @Test
    void aLabelAsTerraformTakesItMayBeNamed() {
        assertThat(after(notification("Data-Lake_1", "var.bucket", ""), naming("Data-Lake_1"), LAKE))
                .contains(NESTED);
    }
}
