package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Address;
import dev.headwater.naming.AwsSecretName;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader is told, and what is taken from the repository. */
class FindingsTest {

    private static final House SIBLINGS = House.siblings();
    private static final DataSourcePlan NEW = Plans.hubspot(Plans.FIVETRAN);
    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());

    @Test
    void aNewLoaderTriggersItsDeviations() {
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .codes())
                .containsExactly(
                        "RB01", "RB02", "RB03", "RB04", "RB05", "RB06", "RB07", "RB08", "RB09", "RB26", "RB27");
    }

    @Test
    void whereNothingIsInSightTheRunbookIsKeptAndTheReaderIsTold() {
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), EXISTING, House.empty().repository());
        assertThat(emitted.codes()).containsExactly("RB04", "RB05", "RB09", "RB26", "RB27", "terraform.module-missing");
        assertThat(emitted.said("RB04")).startsWith("ACT Nothing shows that the schema module has a variable");
    }

    @Test
    void anExistingLoaderIsRequiredAndNotTouched() {
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, SIBLINGS.repository());
        assertThat(emitted.requirements())
                .containsOnlyKeys(
                        new Address.HclBlock("snowflake/config", "module", List.of("database_dlt")),
                        new Address.HclBlock("snowflake/config", "module", List.of("user_svc_dlt")))
                .allSatisfy((address, why) -> assertThat(why).contains("asNew()"));
        assertThat(NewFiles.of(emitted)).containsOnlyKeys("aws/config/secrets.tf", "snowflake/config/schemas.tf");
    }

    @Test
    void databaseAndSchemaHoldDataAndNothingElseDoes() {
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .fragments())
                .filteredOn(fragment -> fragment.holdsData())
                .extracting(fragment -> fragment.home())
                .containsExactly("snowflake/config/databases.tf", "snowflake/config/schemas.tf");
    }

    @Test
    void withoutAServiceAccountThereIsNothingOfIt() {
        DataSourcePlan plan = Plans.source(
                Platform.runbook(),
                Loader.named("files", it -> it.tool("dlt").withoutServiceAccount())
                        .asNew(),
                "partner_files",
                false);
        Emitted emitted = Emitted.by(new TerraformEmitter(), plan, SIBLINGS.repository());
        assertThat(NewFiles.of(emitted))
                .containsOnlyKeys("snowflake/config/databases.tf", "snowflake/config/schemas.tf");
        assertThat(emitted.codes()).doesNotContain("RB03", "RB06", "RB07", "RB08", "RB09");
        assertThat(emitted.steps())
                .extracting(step -> step.id())
                .noneMatch(id -> id.contains("key") || id.contains("secret") || id.contains("aws"));
    }

    @Test
    void switchesGiveTheRunbooksWayBack() {
        Platform platform = Platform.runbook().with(it -> it.asWritten("RB04", "RB05", "RB09"));
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Loader.dlt()), SIBLINGS.repository());
        assertThat(emitted.codes()).containsExactly("RB01", "RB02", "RB26", "RB27");
        assertThat(emitted.step("terraform.store-secret.dlt.hubspot").body())
                .contains("create-secret --name dlt/hubspot")
                .doesNotContain("put-secret-value");
    }

    @Test
    void aRequiredVariableThatNobodyKnowsIsNamedWithItsLine() {
        House house = SIBLINGS.module(
                "snowflake/modules",
                "snowflake_schema",
                List.of("sys_admin"),
                "schema_database!",
                "schema_name!",
                "cost_center!");
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.obstacles("schema_dlt_hubspot"))
                .containsExactly("snowflake/modules/snowflake_schema/variables.tf:5: The module snowflake_schema wants"
                        + " \"cost_center\", which Headwater does not know; it has no variable \"schema_comment\"."
                        + " The block to paste is without \"schema_comment\". Paste the block and add"
                        + " \"cost_center\", or give the module a default for it.");
        assertThat(emitted.said("RB04")).startsWith("ACT The schema module has no variable");
    }

    @Test
    void aModuleThatCannotBeReadIsSaid() {
        House house = SIBLINGS.with("snowflake/modules/snowflake_schema/variables.tf", "variable \"x\" {\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.module-contract"))
                .startsWith("ACT The module snowflake_schema (snowflake/modules/snowflake_schema) cannot be read");
    }

    @Test
    void anOutputThatAModuleLacksIsNamed() {
        House house = SIBLINGS.outputs("snowflake/modules/snowflake_user", "user_name")
                .module("snowflake/modules", "snowflake_warehouse", List.of(), "warehouse_name!");
        Emitted emitted = Emitted.by(new TerraformEmitter(), NEW, house.repository());
        String role =
                "snowflake/modules/snowflake_user/outputs.tf:0: The module in snowflake/modules/snowflake_user has no"
                        + " output \"user_default_role\", to which the block refers. Add it to the module, or paste the block"
                        + " with another reference.";
        String warehouse = "snowflake/modules/snowflake_warehouse/outputs.tf:0: The module in"
                + " snowflake/modules/snowflake_warehouse has no output \"warehouse_name\", to which the block refers."
                + " Add it to the module, or paste the block with another reference.";
        assertThat(emitted.obstacles("database_fivetran")).containsExactly(role);
        assertThat(emitted.obstacles("user_svc_fivetran")).containsExactly(warehouse);
        assertThat(emitted.obstacles("svc_fivetran_warehouse")).containsExactly(role, warehouse);
    }

    @Test
    void providersAreTheModulesInTheRunbooksOrder() {
        House house = SIBLINGS.module(
                "snowflake/modules",
                "snowflake_schema",
                List.of("audit", "security_admin", "sys_admin"),
                "schema_database!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block("schema_dlt_hubspot")
                        .text())
                .contains("""
                          providers = {
                            snowflake.sys_admin      = snowflake.sys_admin
                            snowflake.security_admin = snowflake.security_admin
                            snowflake.audit          = snowflake.audit
                          }
                        """);
    }

    @Test
    void aModuleWithoutAliasesGetsNoProviders() {
        House house = SIBLINGS.module("snowflake/modules", "snowflake_schema", List.of(), "schema_database!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block("schema_dlt_hubspot")
                        .text())
                .contains("  source = \"../modules/snowflake_schema\"\n\n  schema_database")
                .doesNotContain("providers");
    }

    @Test
    void theUsualSourceOfNeighboursWins() {
        House house = SIBLINGS.with("snowflake/config/schemas.tf", call("a", "v1") + call("b", "v2") + call("c", "v2"));
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block("schema_dlt_hubspot")
                        .text())
                .contains("source = \"git::https://git.example.com/m.git//snowflake_schema?ref=v2\"");
    }

    private static String call(String label, String version) {
        return "module \"" + label + "\" {\n  source = \"git::https://git.example.com/m.git//snowflake_schema?ref="
                + version + "\"\n}\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module \"warehouse_loading\" {\n  warehouse_usage_roles = [module.user_svc_fivetran.user_default_role]\n}\n",
                "module \"wh\" {\n  warehouse_name = \"loading\"\n  warehouse_usage_roles = [\"SVC_FIVETRAN\"]\n}\n",
                "module \"warehouse_loading\" {\n  warehouse_usage_roles = var.on ? [\"svc_fivetran\"] : []\n}\n",
                """
                resource "snowflake_grant_privileges_to_account_role" "all" {
                  account_role_name = module.user_svc_fivetran.user_default_role
                  on_account_object {
                    object_type = "WAREHOUSE"
                    object_name = module.warehouse_loading.warehouse_name
                  }
                }
                """
            })
    void aGrantThatIsThereAlreadyIsNotRepeated(String granted) {
        Emitted emitted = Emitted.by(
                new TerraformEmitter(),
                NEW,
                SIBLINGS.with("snowflake/config/granted.tf", granted).repository());
        assertThat(NewFiles.of(emitted).get("snowflake/config/users.tf")).doesNotContain("grant_privileges");
        assertThat(emitted.codes()).doesNotContain("RB03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module \"warehouse_loading\" {\n  warehouse_usage_roles = [module.user_svc_fivetran_eu.user_default_role]\n}\n",
                "module \"warehouse_reporting\" {\n  warehouse_usage_roles = [module.user_svc_fivetran.user_default_role]\n}\n",
                """
                resource "snowflake_grant_privileges_to_account_role" "all" {
                  account_role_name = module.user_svc_fivetran.user_default_role
                  on_account_object {
                    object_type = "WAREHOUSE"
                    object_name = module.warehouse_reporting.warehouse_name
                  }
                }
                """
            })
    void aGrantOfAnotherRoleOrOnAnotherWarehouseDoesNotCount(String granted) {
        Emitted emitted = Emitted.by(
                new TerraformEmitter(),
                NEW,
                SIBLINGS.with("snowflake/config/granted.tf", granted).repository());
        assertThat(NewFiles.of(emitted).get("snowflake/config/users.tf")).contains("svc_fivetran_warehouse");
    }

    @Test
    void anExistingLoaderWithoutAGrantIsReported() {
        House house = SIBLINGS.with("snowflake/config/users.tf", "module \"user_svc_dlt\" {\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("RB03"))
                .startsWith("ACT Nothing in snowflake/config lets SVC_DLT use the warehouse LOADING");
    }

    @Test
    void aKeyVariableIsWhereTheKeyGoes() {
        House house = SIBLINGS.module(
                "snowflake/modules", "snowflake_user", List.of("user_admin"), "user_name!", "user_rsa_public_key");
        Emitted emitted = Emitted.by(new TerraformEmitter(), NEW, house.repository());
        assertThat(emitted.said("RB06")).contains("goes into the argument user_rsa_public_key");
        assertThat(emitted.step("terraform.set-key.fivetran").title()).contains("`user_rsa_public_key`");
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .said("RB06"))
                .startsWith("ACT The user module has no");
        assertThat(Emitted.by(new TerraformEmitter(), NEW, House.empty().repository())
                        .said("RB06"))
                .startsWith("ACT Nothing shows");
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .step("terraform.set-key.fivetran")
                        .body())
                .contains("ALTER USER SVC_FIVETRAN SET RSA_PUBLIC_KEY");
    }

    private static final String UNSETS = " unsets at the next apply a key that ALTER USER set";

    @Test
    void theProvidersVersionIsTheOneThatTheRepositoryAsksFor() {
        House house = SIBLINGS.with("snowflake/config/main.tf", """
                terraform {
                  required_providers {
                    aws = { version = "~> 5.0" }
                    snowflake = {
                      source  = "snowflakedb/snowflake"
                      version = ">= 2.1, < 3.0"
                    }
                  }
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), NEW, house.repository()).said("RB06"))
                .contains("the Snowflake provider, here >= 2.1, < 3.0 (snowflake/config/main.tf:4)," + UNSETS);
        House renamed = house.with(
                "snowflake/config/main.tf",
                house.text("snowflake/config/main.tf").replace("    snowflake = {", "    sf = {"));
        assertThat(Emitted.by(new TerraformEmitter(), NEW, renamed.repository()).said("RB06"))
                .contains(", here >= 2.1, < 3.0 (");
    }

    @Test
    void withoutThatTheLockFileShowsTheVersion() {
        House house = SIBLINGS.with("snowflake/config/.terraform.lock.hcl", """
                provider "registry.example.com/snowflakedb/snowflake" {
                  version     = "1.0.5"
                  constraints = "~> 1.0"
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), NEW, house.repository()).said("RB06"))
                .contains("the Snowflake provider, here 1.0.5 (snowflake/config/.terraform.lock.hcl:2)," + UNSETS);
    }

    @Test
    void whereNothingShowsAVersionNoneIsNamed() {
        String nothing = "the Snowflake provider" + UNSETS;
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .said("RB06"))
                .contains(nothing);
        House broken = SIBLINGS.with("snowflake/config/.terraform.lock.hcl", "provider \"x\" {\n");
        assertThat(Emitted.by(new TerraformEmitter(), NEW, broken.repository()).said("RB06"))
                .contains(nothing);
    }

    @Test
    void theRunbooksWayWithoutAGrantIsSilent() {
        Platform platform = Platform.runbook().with(it -> it.asWritten("RB03"));
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Plans.FIVETRAN), SIBLINGS.repository());
        assertThat(emitted.labels()).doesNotContain("svc_fivetran_warehouse");
        assertThat(emitted.codes()).doesNotContain("RB03");
        House house = SIBLINGS.with("snowflake/config/users.tf", "module \"user_svc_dlt\" {\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Loader.dlt()), house.repository())
                        .codes())
                .doesNotContain("RB03");
    }

    @Test
    void whatTheRunbooksEndGetsWrongIsSaid() {
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, SIBLINGS.repository());
        assertThat(emitted.said("RB26"))
                .isEqualTo("KNOW Reverting the pull request destroys what it added, schemas and their data first of"
                        + " all; the rollback says what is lost and in which order to go back.");
        assertThat(emitted.said("RB27"))
                .isEqualTo("KNOW The verification compares names exactly, because in LIKE an underscore stands for"
                        + " any character.");
    }

    @Test
    void thePoliciesThatLetOthersReadTheirSecretsAreNamedWithTheirLines() {
        House house = SIBLINGS.with("aws/config/iam.tf", """
                data "aws_iam_policy_document" "worker" {
                  statement {
                    actions   = ["secretsmanager:GetSecretValue"]
                    resources = [
                      "arn:aws:secretsmanager:*:*:secret:dlt/*",
                      # "arn:aws:secretsmanager:*:*:secret:old/*",
                    ]
                  }
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), NEW, house.repository())
                        .step("terraform.allow-secrets.fivetran")
                        .note())
                .isEqualTo("In the terraform repository are such statements for other loaders already, which may be"
                        + " extended instead: `aws/config/iam.tf:5 (dlt/*)`.");
    }

    @Test
    void theFindingOnPoliciesNamesTheSettingThatSettlesIt() {
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .said("RB08"))
                .isEqualTo("ACT The IAM policies of the worker and of CI do not cover secrets below fivetran/: extend"
                        + " them as the step says, or neither reads them; or, where they cover a prefix for all"
                        + " loaders, name that. [platform.secretPrefix(\"ingest/\")]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "ingest/"})
    void secretsBelowAPrefixOfThePlatformsAreCovered(String prefix) {
        Platform platform = Platform.runbook().with(it -> it.secretPrefix(prefix));
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Plans.FIVETRAN), SIBLINGS.repository());
        assertThat(NewFiles.of(emitted).get("aws/config/secrets.tf"))
                .contains("\"ingest/fivetran/snowflake-credentials\"", "\"ingest/fivetran/hubspot\"");
        assertThat(emitted.step("terraform.store-secret.fivetran.hubspot").body())
                .contains("--secret-id ingest/fivetran/hubspot");
        assertThat(emitted.codes()).doesNotContain("RB08");
        assertThat(emitted.steps()).extracting(step -> step.id()).noneMatch(id -> id.contains("allow-secrets"));
    }

    @Test
    void aSecretNameThatLooksLikeAnArnIsSaid() {
        DataSourcePlan plan = Plans.source(Platform.runbook(), Loader.dlt(), "crm_orders", true);
        assertThat(Emitted.by(new TerraformEmitter(), plan, SIBLINGS.repository())
                        .said(AwsSecretName.AMBIGUOUS_SUFFIX))
                .contains("dlt/crm-orders");
    }
}
