package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Address;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema or a secret that somebody else's block makes is not made twice, and the reader is told where it is. */
class AlreadyThereTest {

    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());
    private static final String CODE = "terraform.already-there";
    private static final String SCHEMA = "schema_dlt_hubspot";

    private static Emitted withSchemas(String text) {
        return Emitted.by(
                new TerraformEmitter(),
                EXISTING,
                House.siblings().with("snowflake/config/other.tf", text).repository());
    }

    private static Emitted withSecrets(String text) {
        return Emitted.by(
                new TerraformEmitter(),
                EXISTING,
                House.siblings().with("aws/config/other.tf", text).repository());
    }

    @Test
    void aSchemaUnderAnotherLabelIsNotMadeAgain() {
        Emitted emitted = withSchemas("""
                module "hubspot" {
                  source          = "../modules/snowflake_schema"
                  schema_database = module.database_dlt.database_name
                  schema_name     = "HUBSPOT"
                }
                """);
        assertThat(emitted.labels()).doesNotContain(SCHEMA);
        assertThat(emitted.said(CODE))
                .isEqualTo("ACT The schema HUBSPOT is made by module \"hubspot\" (snowflake/config/other.tf:1)"
                        + " already, so nothing is added: check that it is what this plan wants, and leave it, or"
                        + " give it the plan's values and rename it to module.schema_dlt_hubspot with a moved block;"
                        + " if it makes something else, say so with"
                        + " Platform.runbook().with(platform -> platform.makesNoneOfOurs(\"hubspot\")).");
        assertThat(emitted.step("terraform.check-schema.dlt.hubspot").covers())
                .containsExactly(new Address.HclBlock("snowflake/config", "module", List.of("hubspot")));
        assertThat(emitted.steps()).extracting(step -> step.id()).doesNotContain("terraform.review.dlt.hubspot");
        assertThat(emitted.codes()).doesNotContain("RB26");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                module "schemas" {
                  source          = "../modules/snowflake_schema"
                  for_each        = { HUBSPOT = "CRM", STRIPE = "Payments" }
                  schema_database = "DLT"
                  schema_name     = each.key
                }
                """, """
                module "schemas" {
                  source          = "../modules/snowflake_schema"
                  for_each        = toset([
                    "stripe",
                    "hubspot", # the CRM
                  ])
                  schema_database = module.databases["DLT"].database_name
                  schema_name     = upper(each.value)
                }
                """, """
                locals {
                  schemas = {
                    crm = {
                      database = module.database_dlt.database_name
                      name     = "hubspot"
                    }
                  }
                }
                module "schemas" {
                  source          = "../modules/schema"
                  for_each        = local.schemas
                  schema_database = each.value.database
                  schema_name     = "${each.value.name}"
                }
                """, """
                module "raw" {
                  source        = "../modules/snowflake_database"
                  database_name = "dlt"
                }
                module "schemas" {
                  source          = "../modules/snowflake_schema"
                  schema_database = module.raw.database_name
                  schema_name     = "HUBSPOT"
                }
                """, """
                resource "snowflake_schema" "hubspot" {
                  database = "DLT"
                  name     = "HUBSPOT"
                }
                """, """
                locals {
                  crm = "HubSpot"
                }
                module "crm" {
                  source          = "../modules/snowflake_schema"
                  schema_database = "${module.database_dlt.database_name}"
                  schema_name     = upper(local.crm)
                }
                """, """
                locals {
                  vendor   = "HUB"
                  database = module.database_dlt.database_name
                }
                module "crm" {
                  source          = "../modules/snowflake_schema"
                  schema_database = local.database
                  schema_name     = "${local.vendor}SPOT"
                }
                """})
    void aSchemaInAnyFormIsNotMadeAgain(String there) {
        Emitted emitted = withSchemas(there);
        assertThat(emitted.labels()).doesNotContain(SCHEMA);
        assertThat(emitted.said(CODE)).contains("(snowflake/config/other.tf:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                module "hubspot" {
                  source          = "../modules/snowflake_schema"
                  schema_database = module.database_airbyte.database_name
                  schema_name     = "HUBSPOT"
                }
                """, """
                module "schemas" {
                  source          = "../modules/snowflake_schema"
                  for_each        = { HUBSPOT = module.database_airbyte.database_name, STRIPE = "DLT" }
                  schema_database = each.value
                  schema_name     = each.key
                }
                """, """
                module "schemas" {
                  source          = "../modules/snowflake_schema"
                  for_each        = var.airbyte_schemas
                  schema_database = "AIRBYTE"
                  schema_name     = each.key
                }
                """, """
                module "stripe" {
                  source          = "../modules/snowflake_schema"
                  for_each        = toset(var.environments)
                  schema_database = "DLT"
                  schema_name     = "STRIPE"
                }
                """, """
                module "stages" {
                  source          = "../modules/snowflake_schema"
                  for_each        = toset(var.names)
                  schema_database = "DLT"
                  schema_name     = "STAGE_${each.key}"
                }
                """, """
                module "hubspot" {
                  source          = "../modules/snowflake_schema"
                  count           = 0
                  schema_database = "DLT"
                  schema_name     = "HUBSPOT"
                }
                """})
    void whatIsElsewhereOrCalledOtherwiseDoesNotCount(String there) {
        Emitted emitted = withSchemas(there);
        assertThat(emitted.labels()).contains(SCHEMA);
        assertThat(emitted.said(CODE)).isEmpty();
    }

    @Test
    void aForEachThatOnlyTerraformCanWorkOutStandsInTheWay() {
        Emitted emitted = withSchemas("""
                module "schemas" {
                  source          = "../modules/snowflake_schema"
                  for_each        = var.schemas
                  schema_database = module.database_dlt.database_name
                  schema_name     = each.key
                }
                """);
        assertThat(emitted.labels()).contains(SCHEMA);
        assertThat(emitted.obstacles(SCHEMA))
                .contains("snowflake/config/other.tf:1: Whether module \"schemas\" makes the schema HUBSPOT, only"
                        + " Terraform can work out from its for_each. If it does not, say so with"
                        + " Platform.runbook().with(platform -> platform.makesNoneOfOurs(\"schemas\")); if it does, write its"
                        + " for_each out.");
    }

    @Test
    void aSchemaOfThatNameInAnUnknownDatabaseIsSaid() {
        Emitted emitted = withSchemas("""
                module "hubspot" {
                  source          = "../modules/snowflake_schema"
                  schema_database = var.raw_database
                  schema_name     = "HUBSPOT"
                }
                """);
        assertThat(emitted.labels()).contains(SCHEMA);
        assertThat(emitted.said(CODE))
                .isEqualTo("ACT A schema HUBSPOT is made by module \"hubspot\" (snowflake/config/other.tf:1), and"
                        + " nothing shows in which database: if it is the same, leave module.schema_dlt_hubspot out;"
                        + " if not, say so. [platform.makesNoneOfOurs(\"hubspot\")]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource \"aws_secretsmanager_secret\" \"hubspot\" {\n  name = \"dlt/hubspot\"\n}\n", """
                resource "aws_secretsmanager_secret" "sources" {
                  for_each = toset(["hubspot", "stripe"])
                  name     = "dlt/${each.key}"
                }
                """})
    void aSecretUnderAnotherLabelIsNotMadeAgain(String there) {
        Emitted emitted = withSecrets(there);
        assertThat(NewFiles.of(emitted)).containsOnlyKeys("snowflake/config/schemas.tf");
        assertThat(emitted.said(CODE))
                .startsWith("ACT The secret dlt/hubspot is made by resource" + " \"aws_secretsmanager_secret\" \"")
                .contains("(aws/config/other.tf:1)");
        assertThat(emitted.step("terraform.store-secret.dlt.hubspot").body()).contains("put-secret-value");
        assertThat(emitted.codes()).doesNotContain("RB09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"airbyte/hubspot", "DLT/HubSpot"})
    void aSecretOfAnotherNameDoesNotCount(String name) {
        Emitted emitted = withSecrets("resource \"aws_secretsmanager_secret\" \"x\" {\n  name = \"" + name + "\"\n}\n");
        assertThat(emitted.labels()).contains("dlt_hubspot");
        assertThat(emitted.said(CODE)).isEmpty();
    }

    @Test
    void aNewLoaderWhoseDatabaseIsThereIsNotNew() {
        House house = House.siblings().with("snowflake/config/databases.tf", """
                module "raw" {
                  source        = "../modules/snowflake_database"
                  database_name = "fivetran"
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), house.repository())
                        .obstacles("database_fivetran"))
                .contains(
                        "snowflake/config/databases.tf:1: The database FIVETRAN is made by module \"raw\" already."
                                + " Leave asNew() out, and rename it to module.database_fivetran with a moved block; if it makes"
                                + " something else, say so with Platform.runbook().with(platform -> platform.makesNoneOfOurs(\"raw\")).");
    }

    @Test
    void aLoaderWhoseDatabaseHasAnotherLabelIsNamedWithItsMend() {
        House house = House.siblings().with("snowflake/config/databases.tf", """
                module "raw" {
                  source        = "../modules/snowflake_database"
                  database_name = "DLT"
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .requirements())
                .containsEntry(
                        new Address.HclBlock("snowflake/config", "module", List.of("database_dlt")),
                        "The schema goes into its database; module \"raw\" (snowflake/config/databases.tf:1) makes"
                                + " DLT: rename it to module.database_dlt with a moved block.");
    }

    @Test
    void thePlansOwnBlocksDoNotCount() {
        House house = House.siblings();
        Emitted before = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        House after = house.with(
                        "snowflake/config/schemas.tf", before.block(SCHEMA).text())
                .with("aws/config/secrets.tf", before.block("dlt_hubspot").text());
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, after.repository()))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                resource "snowflake_service_user" "fivetran" {
                  name = "SVC_FIVETRAN"
                }
                """, """
                module "loaders" {
                  source    = "../modules/snowflake_user"
                  for_each  = toset(["svc_fivetran", "svc_dlt"])
                  user_name = upper(each.key)
                }
                """, """
                module "loaders" {
                  source    = "../modules/snowflake_user"
                  for_each  = var.loaders
                  user_name = "SVC_${each.key}"
                }
                """})
    void aNewLoaderWhoseUserIsThereOrMayBeThereIsAConflict(String there) {
        House house = House.siblings().with("snowflake/config/others.tf", there);
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), house.repository())
                        .obstacles("user_svc_fivetran"))
                .isNotEmpty()
                .anyMatch(obstacle -> obstacle.startsWith("snowflake/config/others.tf:1: "));
    }

    @Test
    void aNameThatOnlyTerraformKnowsIsSaid() {
        Emitted emitted = withSchemas("""
                module "crm" {
                  source          = "../modules/snowflake_schema"
                  schema_database = module.database_dlt.database_name
                  schema_name     = var.crm
                }
                """);
        assertThat(emitted.said(CODE))
                .isEqualTo("ACT Whether module \"crm\" (snowflake/config/other.tf:1) makes the schema HUBSPOT, only"
                        + " Terraform can work out from its name: if it does, leave module.schema_dlt_hubspot out;"
                        + " if not, say so. [platform.makesNoneOfOurs(\"crm\")]");
    }

    @Test
    void whatIsNotReadMayHaveAnything() {
        House house = House.siblings()
                .with("snowflake/config/crm.tf.json", "{}")
                .with("snowflake/config/prod_override.tf", "");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.unread"))
                .isEqualTo("ACT snowflake/config has files that Headwater does not read"
                        + " (snowflake/config/crm.tf.json, snowflake/config/prod_override.tf): check that what this plan adds"
                        + " is not in them, and that what it adds or refers to, such as module.database_dlt, is not"
                        + " changed in them.");
    }
}
