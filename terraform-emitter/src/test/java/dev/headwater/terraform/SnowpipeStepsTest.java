package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Kind;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.FileFormat;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.method.SnowpipeBuilder;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a person does for Snowpipe, in an order that works, and what they compare the plans with. */
class SnowpipeStepsTest {

    private static final String QUEUE = "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDA-1";
    private static final String ROLE = "arn:aws:iam::123456789012:role/storage";
    private static final String MAKE = "terraform.make-integration.data-lake." + ROLE;
    private static final String TRUST = "terraform.trust.data-lake." + ROLE;

    private static final House HOUSE = House.siblings().with("snowflake/config/databases.tf", """
            module "database_snowpipe" {
              source        = "../modules/snowflake_database"
              database_name = "SNOWPIPE"
            }
            """);

    private static final Emitted NEW = emitted(HOUSE, SnowpipeStepsTest::everythingNew);

    private static void everythingNew(SnowpipeBuilder snowpipe) {
        snowpipe.storageRole(ROLE).notificationChannel(QUEUE);
    }

    private static DataSourcePlan plan(Consumer<SnowpipeBuilder> definition, String... sources) {
        DataSourcePlan.Builder plan = DataSourcePlan.builder().loader(Loader.snowpipe());
        for (String name : sources) {
            plan.source(
                    name,
                    Snowpipe.from("data-lake", definition),
                    source -> source.table(
                            name + "_orders",
                            table -> table.description("One row per order.")
                                    .from(Snowpipe.files(name + "/orders/", FileFormat.jsonLines()))
                                    .append()
                                    .primaryKey("id")));
        }
        return plan.build();
    }

    private static Emitted emitted(House house, Consumer<SnowpipeBuilder> definition) {
        return Emitted.by(new TerraformEmitter(), plan(definition, "shop"), house.repository());
    }

    private static Emitted uploaded() {
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "shop",
                        Snowpipe.from("data-lake", it -> it.integration("LAKE"))
                                .uploadedBy(RestApi.at("https://api.example.com/")),
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(RestApi.endpoint("orders", e -> e.paginator(Paginator.singlePage())))
                                        .append()
                                        .primaryKey("id")))
                .build();
        return Emitted.by(new TerraformEmitter(), plan, HOUSE.repository());
    }

    private static House integration(String name, String locations) {
        return HOUSE.with("snowflake/config/integrations.tf", """
                resource "snowflake_storage_integration_aws" "lake" {
                  name                      = %s
                  storage_allowed_locations = %s
                }
                """.formatted(name, locations));
    }

    private static List<String> ids(Emitted emitted) {
        return emitted.steps().stream().map(Step::id).toList();
    }

    private static List<String> runbook(String... sources) {
        return Workspace.of()
                .repository(HOUSE.repository(), new TerraformEmitter())
                .onboard(plan(SnowpipeStepsTest::everythingNew, sources))
                .runbook()
                .steps()
                .stream()
                .map(Step::id)
                .toList();
    }

    private static String review(Emitted emitted) {
        return emitted.step("terraform.review.snowpipe.shop").body();
    }

    @Test
    void theIntegrationIsMadeAndTrustedBeforeThePipesAreMerged() {
        assertThat(runbook("shop"))
                .containsSubsequence(
                        "terraform.provider.snowpipe", MAKE, TRUST, "terraform.plan-snowflake", "terraform.merge");
        assertThat(NEW.step("terraform.merge").after()).contains(MAKE, TRUST);
        assertThat(NEW.step(MAKE).body()).isEqualTo("""
                        cd snowflake/config && terraform init && terraform apply \\
                          -target=snowflake_storage_integration_aws.data_lake \\
                          -target=snowflake_grant_privileges_to_account_role.data_lake_usage
                        """);
    }

    @Test
    void theTrustPolicyKeepsItsOtherStatements() {
        assertThat(NEW.step(TRUST).body())
                .contains("Add this statement to those in the trust policy of `" + ROLE + "`, and replace none of them")
                .doesNotContain("\"Version\"");
    }

    @Test
    void theRoleMayReadObjectsAndTheirVersionsAndLookAtTheBucket() {
        assertThat(NEW.step(TRUST).body())
                .contains("`s3:GetObject` and `s3:GetObjectVersion` on `arn:aws:s3:::data-lake/*`")
                .contains("`s3:ListBucket` and `s3:GetBucketLocation` on `arn:aws:s3:::data-lake`.");
    }

    @Test
    void sourcesOfOneBucketAndRoleShareTheStepsOfItsIntegration() {
        assertThat(runbook("shop", "partners")).containsOnlyOnce(MAKE, TRUST);
    }

    @Test
    void whoMayUseAnIntegrationOfOthersIsLookedUpBeforeTheMerge() {
        Emitted emitted = emitted(integration("\"LAKE\"", "[\"s3://data-lake/\"]"), snowpipe -> {});
        Step usage = emitted.step("terraform.integration-usage.\"LAKE\"");
        assertThat(usage.body()).isEqualTo("USE ROLE SECURITYADMIN;\nSHOW GRANTS ON INTEGRATION LAKE;\n");
        assertThat(usage.note()).contains("`GRANT USAGE ON INTEGRATION ... TO ROLE SYSADMIN`");
        assertThat(emitted.step("terraform.merge").after()).contains(usage.id());
        assertThat(ids(emitted)).noneMatch(id -> id.startsWith("terraform.trust"));
    }

    @Test
    void anIntegrationWhoseNameOnlyTerraformKnowsIsNamedByItsExpression() {
        Emitted emitted = emitted(integration("var.name", "[\"s3://data-lake/\"]"), snowpipe -> {});
        Step usage = emitted.step("terraform.integration-usage.snowflake_storage_integration_aws.lake.name");
        assertThat(usage.title()).endsWith("`snowflake_storage_integration_aws.lake.name`");
        assertThat(usage.note())
                .startsWith("`<integration>` stands for the value of `snowflake_storage_integration_aws.lake.name`.");
    }

    @Test
    void anIntegrationWithSmallLettersIsQuoted() {
        assertThat(emitted(integration("\"lake\"", "[\"s3://data-lake/\"]"), snowpipe -> {})
                        .step("terraform.integration-usage.\"lake\"")
                        .body())
                .contains("ON INTEGRATION \"lake\";");
    }

    @Test
    void theReviewNamesWhatThePlansAddForTheSource() {
        assertThat(review(NEW))
                .contains("- There by now: `snowflake_storage_integration_aws.data_lake`,"
                        + " `snowflake_grant_privileges_to_account_role.data_lake_usage`.\n")
                .contains("- New, as far as no earlier merge made it: `module.schema_snowpipe_shop`,"
                        + " `snowflake_table.snowpipe_shop__shop_orders`,"
                        + " `snowflake_file_format_json.snowpipe_shop__shop_orders`,"
                        + " `snowflake_stage_external_s3.snowpipe_shop__shop_orders`,"
                        + " `snowflake_pipe.snowpipe_shop__shop_orders`,"
                        + " `output.snowpipe_shop_notification_channel`, `aws_s3_bucket_notification.data_lake`.\n")
                .contains("- The bucket's first notification: `aws_s3_bucket_notification.data_lake`. `aws s3api"
                        + " get-bucket-notification-configuration --bucket data-lake --profile infrastructure-admin`"
                        + " shows no other one");
    }

    @Test
    void theNotificationThatIsThereIsChangedAndNeverCreatedAnew() {
        House notified = HOUSE.with("aws/config/lake.tf", """
                resource "aws_s3_bucket_notification" "lake" {
                  bucket = "data-lake"
                }
                """);
        assertThat(review(emitted(notified, SnowpipeStepsTest::everythingNew)))
                .contains("- Changed in place, if at all, and never created anew: `aws_s3_bucket_notification.lake`.")
                .doesNotContain("first notification");
    }

    @Test
    void aSourceWhoseSchemaOthersMakeIsReviewedAsWellAndItsSchemaIsNotDropped() {
        House made = HOUSE.with("snowflake/config/others.tf", """
                module "shop" {
                  source          = "../modules/snowflake_schema"
                  schema_database = "SNOWPIPE"
                  schema_name     = "SHOP"
                }
                """);
        Emitted emitted = emitted(made, SnowpipeStepsTest::everythingNew);
        assertThat(review(emitted))
                .contains("`snowflake_pipe.snowpipe_shop__shop_orders`")
                .doesNotContain("module.");
        assertThat(emitted.step("terraform.review.snowpipe.shop").undo()).isEmpty();
    }

    @Test
    void whatTheProviderNeedsIsDoneBeforeItIsPlanned() {
        Step provider = NEW.step("terraform.provider.snowpipe");
        assertThat(provider.body()).startsWith("Do what the findings say under `snowpipe.preview`,");
        assertThat(NEW.step("terraform.merge").after()).contains(provider.id());
    }

    @Test
    void aProviderThatIsReadyIsNoStep() {
        House ready = HOUSE.with("snowflake/config/providers.tf", """
                provider "snowflake" {
                  alias                    = "sys_admin"
                  preview_features_enabled = ["snowflake_file_format_json_resource", "snowflake_pipe_resource", "snowflake_table_resource"]
                }
                """);
        assertThat(ids(emitted(ready, SnowpipeStepsTest::everythingNew))).doesNotContain("terraform.provider.snowpipe");
    }

    @Test
    void olderFilesAreCopiedBeforeTheRefreshAndAreNoneOfThoseThatItLoads() {
        Step older = NEW.step("terraform.load-older.snowpipe.shop");
        assertThat(older.note())
                .contains("`FILES = ('...')`", "`PATTERN`")
                .contains("must not name a file that the refresh loads")
                .contains("A pipe that is replaced forgets which files it has loaded");
        assertThat(NEW.step("terraform.refresh.snowpipe.shop").after()).contains(older.id());
        assertThat(ids(uploaded())).doesNotContain("terraform.load-older.snowpipe.shop");
    }

    @Test
    void dbtWaitsUntilTheRefreshIsThrough() {
        Step loaded = NEW.step("terraform.see-loaded.snowpipe.shop");
        assertThat(loaded.body()).isEqualTo("""
                        USE ROLE SYSADMIN;
                        SELECT SYSTEM$PIPE_STATUS('SNOWPIPE.SHOP.SHOP_ORDERS_PIPE');
                        SELECT COUNT(*) FROM SNOWPIPE.SHOP.SHOP_ORDERS;
                        """);
        assertThat(loaded.note()).contains("`pendingFileCount` is 0");
        assertThat(loaded.after()).contains("terraform.refresh.snowpipe.shop");
        assertThat(loaded.reached()).extracting(Step.MilestoneOf::milestone).containsExactly(Milestone.LOADED);
        assertThat(NEW.step("terraform.refresh.snowpipe.shop").reached()).isEmpty();
    }

    @Test
    void thatTheNotificationWorksIsSeenOnceThereIsOne() {
        String check = "terraform.check-notification.snowpipe.shop";
        assertThat(NEW.step(check).note())
                .contains("put a new file into each folder", "`lastReceivedMessageTimestamp` is of now");
        assertThat(ids(emitted(HOUSE, snowpipe -> snowpipe.integration("LAKE"))))
                .doesNotContain(check);
    }

    @Test
    void allThatIsAskedOfPipesIsAskedByTheirOwner() {
        assertThat(NEW.steps())
                .filteredOn(step -> step.kind() == Kind.SQL && step.body().contains("_PIPE"))
                .hasSize(5)
                .allMatch(step -> step.body().startsWith("USE ROLE SYSADMIN;\n"));
        assertThat(NEW.step("terraform.check-skipped.snowpipe.shop").body()).startsWith("USE ROLE SYSADMIN;\n");
    }

    @Test
    void aFileThatIsBeingLoadedWasNotSkipped() {
        assertThat(NEW.step("terraform.check-skipped.snowpipe.shop").body())
                .contains("WHERE status NOT IN ('Loaded', 'Load in progress');");
    }

    @Test
    void theWayBackSaysWhatOthersOnTheBucketLose() {
        Step undo = NEW.step("terraform.refresh.snowpipe.shop").undo().orElseThrow();
        assertThat(undo.stage()).isEqualTo(Stage.FIRST_RUN);
        assertThat(undo.body())
                .startsWith(
                        "The revert destroys `snowflake_storage_integration_aws.data_lake` and"
                                + " `aws_s3_bucket_notification.data_lake`, too, by which other sources on the bucket may load");
        assertThat(uploaded()
                        .step("terraform.refresh.snowpipe.shop")
                        .undo()
                        .orElseThrow()
                        .body())
                .isEmpty();
    }
}
