package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Finding;
import dev.headwater.method.FileFormat;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.method.SnowpipeBuilder;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.testkit.EmitterLaws;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which storage integration, notification and module of other people's a source through Snowpipe goes by. */
class SnowpipeTest {

    private static final String QUEUE = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1";
    private static final String ROLE = "arn:aws:iam::123456789012:role/storage";
    private static final String LAKE = "aws/config/lake.tf";
    private static final String INTEGRATIONS = "snowflake/config/integrations.tf";

    private static final House HOUSE = House.siblings()
            .outputs("snowflake/modules/snowflake_schema", "schema_name")
            .with("snowflake/config/databases.tf", """
                    module "database_snowpipe" {
                      source        = "../modules/snowflake_database"
                      database_name = "SNOWPIPE"
                    }
                    """);

    private static DataSourcePlan plan(FileFormat format, Consumer<SnowpipeBuilder> definition) {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "shop",
                        Snowpipe.from("data-lake", definition),
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(Snowpipe.files("shop/orders/", format))
                                        .append()
                                        .primaryKey("id")))
                .build();
    }

    private static Preview preview(House house, Consumer<SnowpipeBuilder> definition) {
        return preview(house, plan(FileFormat.jsonLines(), definition));
    }

    private static Preview preview(House house, DataSourcePlan plan) {
        return Workspace.of()
                .repository(house.repository(), new TerraformEmitter())
                .onboard(plan);
    }

    private static String after(Preview preview, String path) {
        return preview.changes("terraform").files().stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> file.after().stream())
                .findFirst()
                .orElse("");
    }

    private static List<String> codes(Preview preview) {
        return preview.findings().stream().map(Finding::code).toList();
    }

    private static House integration(String name, String locations) {
        return HOUSE.with(INTEGRATIONS, """
                resource "snowflake_storage_integration_aws" "lake" {
                  name                      = %s
                  storage_allowed_locations = %s
                }
                """.formatted(name, locations));
    }

    private static final House HOUSE_WITH_LAKE = integration("\"LAKE\"", "[\"s3://data-lake/\"]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"s3://data-lake/\"]",
                "[\"s3://data-lake\"]",
                "[\"s3://other/\", \"s3://data-lake/shop/\"]",
                "[\"*\"]",
                "toset([\"s3://data-lake/shop/orders/\"])"
            })
    void anIntegrationThatCoversTheFolderIsUsedByItsName(String locations) {
        Preview preview = preview(integration("\"LAKE\"", locations), any -> {});

        assertThat(preview.conflicts()).isEmpty();
        assertThat(after(preview, "snowflake/config/snowpipe.tf")).contains("storage_integration = \"LAKE\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"s3://data-lakes/\"]", "[\"s3://data-lake/shop/orders/new/\"]", "[]"})
    void oneThatDoesNotIsNotTaken(String locations) {
        assertThat(preview(integration("\"LAKE\"", locations), any -> {}).conflicts())
                .extracting(Conflict::code)
                .containsOnly("snowpipe.integration");
        assertThat(preview(integration("\"LAKE\"", locations), snowpipe -> snowpipe.integration("lake"))
                        .conflicts()
                        .toString())
                .contains("does not cover s3://data-lake/shop/orders/");
    }

    @Test
    void oneThatIsSwitchedOffOrBlocksTheFolderDoesNot() {
        String lake = HOUSE_WITH_LAKE.text(INTEGRATIONS);

        for (String line : List.of("enabled = false", "storage_blocked_locations = [\"s3://data-lake/shop/\"]")) {
            House house = HOUSE.with(INTEGRATIONS, lake.replace("}\n", "  " + line + "\n}\n"));
            assertThat(preview(house, any -> {}).conflicts())
                    .extracting(Conflict::code)
                    .containsOnly("snowpipe.integration");
        }
    }

    @Test
    void oneThatIsNamedInAnotherCaseIsReferredToAsItIsCalled() {
        assertThat(after(
                        preview(HOUSE_WITH_LAKE, snowpipe -> snowpipe.integration("lake")),
                        "snowflake/config/snowpipe.tf"))
                .contains("storage_integration = \"LAKE\"\n");
    }

    @Test
    void oneWhoseNameOnlyTerraformKnowsIsReferredTo() {
        House house = integration("\"LAKE_${terraform.workspace}\"", "[\"s3://data-lake/\"]");

        assertThat(after(preview(house, any -> {}), "snowflake/config/snowpipe.tf"))
                .contains("storage_integration = snowflake_storage_integration_aws.lake.name\n");
    }

    @Test
    void oneThatMayCoverTheFolderIsNamedByThePlan() {
        House house = HOUSE.with(INTEGRATIONS, """
                module "integration_data_lake" {
                  source   = "../modules/snowflake_storage_integration"
                  for_each = toset(["dev", "prod"])

                  integration_name          = "DATA_LAKE_${each.key}"
                  storage_allowed_locations = ["s3://${var.project}-lake/"]
                }
                """);

        assertThat(preview(house, any -> {}).conflicts())
                .first()
                .asString()
                .contains(
                        INTEGRATIONS + ":1: Whether the storage integration of module \"integration_data_lake\" covers"
                                + " s3://data-lake/shop/orders/, only Terraform can work out. Say which one does:"
                                + " snowpipe.integration(\"DATA_LAKE_dev\") or snowpipe.integration(\"DATA_LAKE_prod\").");
        assertThat(preview(house, snowpipe -> snowpipe.integration("DATA_LAKE_PROD"))
                        .conflicts())
                .isEmpty();
    }

    @Test
    void oneIsMadeWithARoleWhereNoneCoversTheBucket() {
        Preview preview =
                preview(integration("\"OTHER\"", "[\"s3://other/\"]"), snowpipe -> snowpipe.storageRole(ROLE));

        assertThat(preview.conflicts()).isEmpty();
        assertThat(after(preview, "snowflake/config/storage_integrations.tf")).contains("""
                resource "snowflake_storage_integration_aws" "data_lake" {
                  provider = snowflake.account_admin

                  name                      = "DATA_LAKE"
                  enabled                   = true
                  storage_provider          = "S3"
                  storage_allowed_locations = ["s3://data-lake/"]
                  storage_aws_role_arn      = "arn:aws:iam::123456789012:role/storage"
                }
                """);
        assertThat(preview.runbook().toMarkdown()).contains("`DESC INTEGRATION DATA_LAKE`");
    }

    @Test
    void withoutARoleThatIsAConflictWithTheMend() {
        assertThat(preview(HOUSE, any -> {}).conflicts())
                .first()
                .asString()
                .contains("No storage integration in snowflake/config covers s3://data-lake/shop/orders/")
                .contains("snowpipe.storageRole(");
    }

    private static House notification(String bucket, String inside) {
        return integration("\"LAKE\"", "[\"s3://data-lake/\"]").with(LAKE, """
                resource "aws_s3_bucket_notification" "lake" {
                  bucket = %s
                %s}
                """.formatted(bucket, inside));
    }

    private static Preview notified(House house) {
        return preview(house, snowpipe -> snowpipe.notificationChannel(QUEUE));
    }

    private static final String WITH_QUEUE = """
            resource "aws_s3_bucket_notification" "lake" {
              bucket = %s

              queue {
                queue_arn     = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1"
                events        = ["s3:ObjectCreated:*"]
                filter_prefix = "shop/orders/"
              }
            }
            """;

    @Test
    void withoutAQueueNothingIsWrittenAndTheRunbookTellsHowToLearnIt() {
        Preview preview = preview(notification("\"data-lake\"", ""), any -> {});

        assertThat(preview.changes("terraform").files())
                .extracting(FileChange::path)
                .containsExactly(
                        "snowflake/config/outputs.tf", "snowflake/config/schemas.tf", "snowflake/config/snowpipe.tf");
        assertThat(codes(preview)).contains("RB23");
        assertThat(preview.runbook().toMarkdown()).contains("terraform output -raw snowpipe_shop_notification_channel");
    }

    @Test
    void thePlanWithTheQueueAddsExactlyTheBlock() {
        House house = notification("\"data-lake\"", "");
        Preview first = preview(house, any -> {});
        House applied = house;
        for (FileChange file : first.changes("terraform").files()) {
            applied = applied.with(file.path(), file.after().orElseThrow());
        }

        Preview second = notified(applied);

        assertThat(second.conflicts()).isEmpty();
        assertThat(second.changes("terraform").files())
                .extracting(FileChange::path)
                .containsExactly(LAKE);
        assertThat(after(second, LAKE)).isEqualTo(WITH_QUEUE.formatted("\"data-lake\""));
    }

    @Test
    void theBucketsNotificationIsFoundThroughItsBucket() {
        House resource = notification("aws_s3_bucket.raw.id", "");
        House module = notification("module.lakes[\"prod\"].bucket_id", "");

        assertThat(after(notified(resource.with("aws/config/s3.tf", """
                                resource "aws_s3_bucket" "raw" {
                                  bucket = "data-lake"
                                }
                                """)), LAKE))
                .isEqualTo(WITH_QUEUE.formatted("aws_s3_bucket.raw.id"));
        assertThat(after(notified(module.with("aws/config/s3.tf", """
                                module "lakes" {
                                  source   = "../modules/s3_bucket"
                                  for_each = { dev = "data-lake-dev", prod = "data-lake" }

                                  bucket_name = each.value
                                }
                                """)), LAKE))
                .isEqualTo(WITH_QUEUE.formatted("module.lakes[\"prod\"].bucket_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"var.bucket", "\"${var.project}-lake\"", "aws_s3_bucket.elsewhere.id"})
    void whereItCannotBeToldForCertainThatIsAConflictWithTheSetting(String bucket) {
        assertThat(notified(notification(bucket, "")).conflicts())
                .singleElement()
                .asString()
                .contains(LAKE + ":1: Whether resource \"aws_s3_bucket_notification\" \"lake\" is the notification of"
                        + " the bucket data-lake cannot be told for certain")
                .contains("snowpipe.bucketNotification(\"lake\")");
    }

    @Test
    void thePlanMayNameIt() {
        House house = notification("var.bucket", "");

        assertThat(after(
                        preview(
                                house,
                                snowpipe -> snowpipe.notificationChannel(QUEUE).bucketNotification("lake")),
                        LAKE))
                .isEqualTo(WITH_QUEUE.formatted("var.bucket"));
    }

    @Test
    void aModuleOfNotificationsMayBeTheBuckets() {
        House house = integration("\"LAKE\"", "[\"s3://data-lake/\"]").with(LAKE, """
                module "lake_events" {
                  source = "terraform-aws-modules/s3-bucket/aws//modules/notification"
                  bucket = "data-lake"
                }
                """);

        assertThat(notified(house).conflicts()).extracting(Conflict::code).containsExactly("snowpipe.notification");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  queue {\n    queue_arn     = \"a\"\n    events        = [\"s3:ObjectCreated:*\"]\n    filter_prefix = \"shop/\"\n  }\n",
                "  topic {\n    topic_arn = \"a\"\n    events    = [\"s3:ObjectCreated:Put\"]\n  }\n",
                "  lambda_function {\n    events        = [\"s3:ObjectCreated:*\"]\n    filter_prefix = var.prefix\n  }\n"
            })
    void filtersThatLieInOneAnotherAreAConflict(String nested) {
        assertThat(notified(notification("\"data-lake\"", "\n" + nested)).conflicts())
                .singleElement()
                .asString()
                .contains("S3 refuses filters that lie in one another");
    }

    @Test
    void otherEventsAndOtherFoldersDoNot() {
        assertThat(notified(notification("\"data-lake\"", """

                  topic {
                    topic_arn = "a"
                    events    = ["s3:ObjectRemoved:*"]
                  }

                  queue {
                    queue_arn     = "b"
                    events        = ["s3:ObjectCreated:*"]
                    filter_prefix = "invoices/"
                  }
                """)).conflicts()).isEmpty();
    }

    private static House withModule(String copy, String format) {
        return integration("\"LAKE\"", "[\"s3://data-lake/\"]")
                .module(
                        "snowflake/modules",
                        "snowflake_snowpipe",
                        List.of("sys_admin"),
                        "database!",
                        "schema!",
                        "name!",
                        "stage_url!",
                        "storage_integration!",
                        "target_table!",
                        "format_type")
                .outputs("snowflake/modules/snowflake_snowpipe", "notification_channel")
                .with("snowflake/modules/snowflake_snowpipe/main.tf", """
                        resource "snowflake_file_format" "this" {
                          format_type = var.format_type
                        %s}

                        resource "snowflake_pipe" "this" {
                          auto_ingest    = true
                          copy_statement = "%s"
                        }
                        """.formatted(format, copy));
    }

    private static final String COPY = "COPY INTO x FROM @y MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE INCLUDE_METADATA ="
            + " (_loaded_at = METADATA$START_SCAN_TIME, _source_file = METADATA$FILENAME)";

    @Test
    void theModuleIsCalledWhereItsFilesShowThatItCarriesFormatAndLoadTime() {
        Preview preview = preview(withModule(COPY, ""), any -> {});

        assertThat(preview.conflicts()).isEmpty();
        assertThat(after(preview, "snowflake/config/snowpipe.tf"))
                .contains("resource \"snowflake_table\" \"snowpipe_shop__orders\"")
                .doesNotContain("resource \"snowflake_pipe\"")
                .contains("""
                        module "snowpipe_shop__orders" {
                          source = "../modules/snowflake_snowpipe"

                          providers = {
                            snowflake.sys_admin = snowflake.sys_admin
                          }

                          database            = module.database_snowpipe.database_name
                          schema              = module.schema_snowpipe_shop.schema_name
                          name                = "ORDERS"
                          stage_url           = "s3://data-lake/shop/orders/"
                          storage_integration = "LAKE"
                          target_table        = snowflake_table.snowpipe_shop__orders.name
                          format_type         = "JSON"
                        }
                        """);
        assertThat(after(preview, "snowflake/config/outputs.tf"))
                .contains("= module.snowpipe_shop__orders.notification_channel\n");
    }

    @Test
    void aModuleThatWritesNoLoadTimeIsPassedByAndSaidToBe() {
        Preview preview = preview(withModule("COPY INTO x FROM @y", ""), any -> {});

        assertThat(after(preview, "snowflake/config/snowpipe.tf")).contains("resource \"snowflake_pipe\"");
        assertThat(codes(preview)).contains("snowpipe.module");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASE_INSENSITIVE|CASE_SENSITIVE",
                "_loaded_at = METADATA$START_SCAN_TIME|_loaded_at = METADATA$FILE_LAST_MODIFIED, _read = METADATA$START_SCAN_TIME",
                "_source_file = METADATA$FILENAME|_file = METADATA$FILENAME"
            })
    void norDoesOneWhosePipeLoadsOtherwise(String change) {
        String copy = COPY.replace(change.split("\\|", -1)[0], change.split("\\|", -1)[1]);

        assertThat(copy).isNotEqualTo(COPY);
        assertThat(codes(preview(withModule(copy, ""), any -> {}))).contains("snowpipe.module");
    }

    @Test
    void aModuleThatIsNotToldOfFilesOrTakesOtherFormatsIsPassedBy() {
        House house = withModule(COPY, "");
        String module = "snowflake/modules/snowflake_snowpipe/";

        assertThat(codes(preview(
                        house.with(
                                module + "main.tf",
                                house.text(module + "main.tf").replace("= true", "= false")),
                        any -> {})))
                .contains("snowpipe.module");
        assertThat(codes(preview(
                        house.with(
                                module + "variables.tf",
                                house.text(module + "variables.tf").replace("variable \"format_type\" {\n", """
                                        variable "format_type" {
                                          validation {
                                            condition     = contains(["CSV", "PARQUET"], var.format_type)
                                            error_message = "no"
                                          }
                                        """)),
                        any -> {})))
                .contains("snowpipe.module");
    }

    @Test
    void filesThatAPipeLoadsAlreadyAreAConflict() {
        String stage = """
                resource "snowflake_stage_external_s3" "old" {
                  url = "s3://data-lake/shop/"
                }
                """;
        House house = integration("\"LAKE\"", "[\"s3://data-lake/\"]");

        assertThat(preview(house.with("snowflake/config/old.tf", stage), any -> {})
                        .conflicts())
                .isEmpty();
        assertThat(preview(house.with("snowflake/config/old.tf", stage + """

                                resource "snowflake_pipe" "old" {
                                  copy_statement = "COPY INTO x FROM @${snowflake_stage_external_s3.old.fully_qualified_name}"
                                }
                                """), any -> {})
                        .conflicts())
                .singleElement()
                .asString()
                .contains(
                        "snowflake/config/old.tf:1: A pipe loads from resource \"snowflake_stage_external_s3\" \"old\"");
    }

    @Test
    void whatIsInTheSchemaWaitsForItsGrants() {
        String snowpipe = after(
                preview(integration("\"LAKE\"", "[\"s3://data-lake/\"]"), any -> {}), "snowflake/config/snowpipe.tf");

        assertThat(snowpipe.split("depends_on = \\[module.schema_snowpipe_shop]", -1))
                .hasSize(3);
    }

    @Test
    void aModuleForJsonDoesNotCarryADialectOfCsv() {
        FileFormat csv = FileFormat.csv().delimitedBy(";");
        House house = withModule(COPY, "  parse_header = true\n");

        assertThat(after(preview(house, plan(csv, any -> {})), "snowflake/config/snowpipe.tf"))
                .contains("resource \"snowflake_file_format_csv\"");
        assertThat(after(preview(house, plan(FileFormat.csv(), any -> {})), "snowflake/config/snowpipe.tf"))
                .contains("format_type         = \"CSV\"");
    }

    private static House provider(String version, String features) {
        return integration("\"LAKE\"", "[\"s3://data-lake/\"]")
                .with("snowflake/config/versions.tf", """
                        terraform {
                          required_providers {
                            snowflake = {
                              source  = "snowflakedb/snowflake"
                              version = "%s"
                            }
                          }
                        }
                        """.formatted(version))
                .with("snowflake/config/providers.tf", """
                        provider "snowflake" {
                          alias = "sys_admin"
                        %s}
                        """.formatted(features));
    }

    @Test
    void previewsThatAreSwitchedOnAreNoFinding() {
        String all = "  preview_features_enabled = [\"snowflake_file_format_json_resource\","
                + " \"snowflake_pipe_resource\", \"snowflake_table_resource\"]\n";

        assertThat(codes(preview(provider("~> 2.21", all), any -> {})))
                .doesNotContain("snowpipe.preview", "snowpipe.provider");
        assertThat(codes(preview(
                        provider("~> 2.21", "  preview_features_enabled = local.previews\n")
                                .with("snowflake/config/locals.tf", """
                                        locals {
                                          previews = ["snowflake_pipe_resource", "snowflake_table_resource"]
                                        }
                                        """),
                        any -> {})))
                .doesNotContain("snowpipe.preview");
        assertThat(preview(provider("~> 2.20", "  preview_features_enabled = [\"x_resource\"]\n"), any -> {})
                        .findings())
                .filteredOn(finding -> finding.code().equals("snowpipe.preview"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("snowflake.sys_admin (snowflake/config/providers.tf:1) say: preview_features_enabled ="
                        + " [\"snowflake_file_format_json_resource\", \"snowflake_pipe_resource\","
                        + " \"snowflake_table_resource\", \"x_resource\"].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~> 0.99", "1.0.5", "< 1.2", "= 0.100.0", "= 2.5.0", "~> 2.17.0", ">= 2.0, < 2.18"})
    void aProviderThatIsTooOldIsAFinding(String version) {
        assertThat(codes(preview(provider(version, ""), any -> {}))).contains("snowpipe.provider");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"~> 2.20", "~> 2.0", "~> 2", ">= 2.18", "2.21.0", ">= 0.99", "!= 2.19.0", "3.1.4", "latest"})
    void oneThatMayBeRecentIsNone(String version) {
        assertThat(codes(preview(provider(version, ""), any -> {}))).doesNotContain("snowpipe.provider");
    }

    @Test
    void aSecondSourceOfTheBucketIsNotItsFirstNotification() {
        House house = integration("\"LAKE\"", "[\"s3://data-lake/\"]");
        House written = house.with("aws/config/snowpipe_notifications.tf", """
                resource "aws_s3_bucket_notification" "data_lake" {
                  bucket = "data-lake"

                  queue {
                    queue_arn     = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1"
                    events        = ["s3:ObjectCreated:*"]
                    filter_prefix = "crm/"
                  }
                }
                """);

        assertThat(codes(notified(house))).contains("snowpipe.first-notification");
        assertThat(notified(written).conflicts()).isEmpty();
        assertThat(codes(notified(written))).doesNotContain("snowpipe.first-notification");
    }

    private static DataSourcePlan uploaded() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "shop",
                        Snowpipe.from("data-lake", snowpipe -> snowpipe.integration("LAKE"))
                                .uploadedBy(RestApi.at(
                                        "https://example.com/", api -> api.bearerToken(Secret.named("access_token")))),
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(RestApi.endpoint("orders"))
                                        .append()
                                        .primaryKey("id")
                                        .incremental("updatedAt")))
                .build();
    }

    @Test
    void theFirstSecretOfALoaderWithoutAnAccountNeedsAPolicyToo() {
        assertThat(codes(preview(HOUSE, uploaded()))).contains("RB08");
        assertThat(codes(preview(HOUSE.with("aws/config/secrets.tf", """
                                resource "aws_secretsmanager_secret" "crm" {
                                  name = "snowpipe/crm"
                                }
                                """), uploaded())))
                .doesNotContain("RB08");
    }

    @Test
    void theCursorIsKeptSoThatTheNewestVersionOfARowIsKnown() {
        assertThat(after(preview(HOUSE, uploaded()), "snowflake/config/snowpipe.tf"))
                .contains("    name = \"UPDATED_AT\"\n");
    }

    @Test
    void theLawsAreKept() {
        DataSourcePlan plan = plan(
                FileFormat.jsonLines(),
                snowpipe -> snowpipe.notificationChannel(QUEUE).storageRole(ROLE));

        EmitterLaws.requireKept(new TerraformEmitter(), plan, HOUSE.files());
        EmitterLaws.requireKept(
                new TerraformEmitter(), plan, notification("\"data-lake\"", "").files());
    }
}
