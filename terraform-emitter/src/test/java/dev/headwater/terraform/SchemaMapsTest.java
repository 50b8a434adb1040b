package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where schemas are kept in one map, a block of its own beside it is said, with what to add to the map. */
class SchemaMapsTest {

    private static final String CODE = "terraform.schema-map";
    private static final String SCHEMA = "schema_dlt_hubspot";
    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());

    private static final House WITH_MAP = with("""
            locals {
              schemas = {
                stripe = { comment = "Payments.", owner = "finance" }
                shopify = { comment = "Orders.", owner = "sales" }
              }
            }

            module "schemas" {
              source   = "../modules/snowflake_schema"
              for_each = local.schemas

              schema_database = module.database_dlt.database_name
              schema_name     = upper(each.key)
              schema_comment  = each.value.comment
            }
            """);

    private static House with(String text) {
        return House.siblings().with("snowflake/config/map.tf", text);
    }

    @Test
    void theMapIsNamedWithItsLineAndWhatToAdd() {
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, WITH_MAP.repository());
        assertThat(emitted.labels()).contains(SCHEMA);
        assertThat(emitted.said(CODE))
                .isEqualTo("ACT Other schemas of the database are kept in local.schemas"
                        + " (snowflake/config/map.tf:2), from which module \"schemas\" (snowflake/config/map.tf:8) makes"
                        + " them, and module.schema_dlt_hubspot is a second style beside it: to keep to that one, add"
                        + " hubspot = { comment = ..., owner = ... } there and run again, or say that both may be."
                        + " [platform.makesNoneOfOurs(\"schemas\")]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            resource "snowflake_schema" "all" {
              for_each = toset(["STRIPE", "SHOPIFY"])
              database = "DLT"
              name     = each.key
            }
            -> its for_each (snowflake/config/map.tf:2), from which resource "snowflake_schema" "all" -> add "HUBSPOT" there
            """, """
            resource "snowflake_schema" "all" {
              for_each = { stripe = "DLT", shopify = "AIRBYTE" }
              database = each.value
              name     = upper(each.key)
            }
            -> its for_each (snowflake/config/map.tf:2) -> add hubspot = ... there
            """})
    void aSetOrAMapOfResourcesIsSaidAlike(String text) {
        String[] parts = text.strip().split("\\s*-> ", -1);
        assertThat(Emitted.by(
                                new TerraformEmitter(),
                                EXISTING,
                                with(parts[0] + "\n").repository())
                        .said(CODE))
                .hasLineCount(1)
                .contains(parts[1], parts[2]);
    }

    @Test
    void onceTheMapHasItNothingIsAdded() {
        House added = WITH_MAP.with(
                "snowflake/config/map.tf",
                WITH_MAP.text("snowflake/config/map.tf")
                        .replace(
                                "    shopify", "    hubspot = { comment = \"CRM.\", owner = \"sales\" }\n    shopify"));
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, added.repository());
        assertThat(emitted.labels()).doesNotContain(SCHEMA);
        assertThat(emitted.said(CODE)).isEmpty();
    }

    @Test
    void thePlatformSaysThatBothMayBe() {
        Platform platform = Platform.runbook().with(p -> p.makesNoneOfOurs("schemas"));
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Loader.dlt()), WITH_MAP.repository());
        assertThat(emitted.labels()).contains(SCHEMA);
        assertThat(emitted.said(CODE)).isEmpty();
    }

    @Test
    void aMapOfAnotherDatabaseIsNoBusinessOfOurs() {
        House house = with(
                WITH_MAP.text("snowflake/config/map.tf").replace("module.database_dlt.database_name", "\"AIRBYTE\""));
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said(CODE))
                .isEmpty();
    }
}
