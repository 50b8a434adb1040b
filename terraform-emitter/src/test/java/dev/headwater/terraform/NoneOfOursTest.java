package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A module is judged by what it holds; where that is not to be seen, the platform can say that it makes none of ours.
 */
class NoneOfOursTest {

    private static final String SCHEMA = "schema_dlt_hubspot";
    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());

    /** Grants on the schemas that some variable lists. */
    private static House withGrants(String source) {
        return House.siblings().with("snowflake/config/grants.tf", """
                module "grants" {
                  source        = "%s"
                  for_each      = var.grants
                  database_name = module.database_dlt.database_name
                  schema_name   = each.value.schema
                }
                """.formatted(source));
    }

    private static House withModule(String main) {
        return withGrants("../modules/schema_grants").with("snowflake/modules/schema_grants/main.tf", main);
    }

    private static final String GRANT = """
            resource "snowflake_grant_privileges_to_account_role" "this" {
              privileges = ["USAGE"]
            }
            """;

    @Test
    void aModuleThatHoldsNoSchemaMakesNone() {
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), EXISTING, withModule(GRANT).repository());
        assertThat(emitted.obstacles(SCHEMA)).isEmpty();
        assertThat(emitted.said("terraform.already-there")).isEmpty();
    }

    @Test
    void aModuleOfGrantsOnOneSchemaDoesNotStandForTheSchema() {
        House house = withModule(GRANT).with("snowflake/config/grants.tf", """
                module "hubspot_grants" {
                  source        = "../modules/schema_grants"
                  database_name = module.database_dlt.database_name
                  schema_name   = "HUBSPOT"
                }
                """);
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.labels()).contains(SCHEMA);
        assertThat(emitted.said("terraform.already-there")).isEmpty();
    }

    @Test
    void aModuleThatHoldsASchemaMayMakeOurs() {
        House house = withModule("resource \"snowflake_schema\" \"this\" {\n  name = var.schema_name\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../snowflake_schema", "../inner", "acme/objects/snowflake"})
    void aModuleThatCallsOneWhichMayMakeSchemasMayMakeOurs(String source) {
        House house = withModule(
                        "module \"inner\" {\n  source      = \"" + source + "\"\n  schema_name = var.schema_name\n}\n")
                .with("snowflake/modules/inner/main.tf", "resource \"snowflake_schema\" \"this\" {\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .hasSize(1);
    }

    @Test
    void modulesThatCallEachOtherAreFollowedOnce() {
        House house = withModule("module \"again\" {\n  source = \"../schema_grants\"\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not { terraform", "{}"})
    void aModuleThatIsNotAllToBeReadMayMakeAnything(String text) {
        String file = text.equals("{}") ? "schemas.tf.json" : "broken.tf";
        House house = withModule(GRANT).with("snowflake/modules/schema_grants/" + file, text);
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .hasSize(1);
    }

    private static final String REGISTRY = "acme/grants/snowflake";

    @Test
    void aModuleOfARegistryIsSuspectedAndTheMendIsNamed() {
        assertThat(Emitted.by(
                                new TerraformEmitter(),
                                EXISTING,
                                withGrants(REGISTRY).repository())
                        .obstacles(SCHEMA))
                .containsExactly(
                        "snowflake/config/grants.tf:1: Whether module \"grants\" makes the schema HUBSPOT, only"
                                + " Terraform can work out from its for_each. If it does not, say so with"
                                + " Platform.runbook().with(platform -> platform.makesNoneOfOurs(\"grants\")); if it does, write its"
                                + " for_each out.");
    }

    private static final String FOREIGN = """
            module "grants_hubspot" {
              source      = "git::https://git.example.com/grants.git"
              schema_name = "HUBSPOT"
              database    = "DLT"
            }
            """;

    @Test
    void aCallOfAModuleThatIsNotThereIsNotTakenForTheMakerOfTheSchema() {
        House house = House.siblings().with("snowflake/config/grants.tf", FOREIGN);
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.said("terraform.already-there")).isEmpty();
        assertThat(emitted.obstacles(SCHEMA))
                .containsExactly("snowflake/config/grants.tf:1: Whether module \"grants_hubspot\" makes the schema"
                        + " HUBSPOT, nothing shows, because not all files of its module can be read here. If it does"
                        + " not, say so with Platform.runbook().with(platform ->"
                        + " platform.makesNoneOfOurs(\"grants_hubspot\")); if it does, nothing has to be added.");
    }

    @Test
    void theModuleThatMakesTheSchemaCountsBesideOneThatIsNotThere() {
        House house = House.siblings().with("snowflake/config/grants.tf", FOREIGN + """
                module "crm" {
                  source          = "../modules/snowflake_schema"
                  schema_database = "DLT"
                  schema_name     = "HUBSPOT"
                }
                """);
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.labels()).doesNotContain(SCHEMA);
        assertThat(emitted.said("terraform.already-there")).contains("is made by module \"crm\"");
    }

    @Test
    void aMapOfAModuleThatIsNotThereIsNoMapOfSchemas() {
        House house = House.siblings().with("snowflake/config/grants.tf", """
                module "grants" {
                  source      = "git::https://git.example.com/grants.git"
                  for_each    = toset(["STRIPE"])
                  schema_name = each.key
                  database    = "DLT"
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.schema-map"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grants", "module.grants", REGISTRY, "snowflake_grants", "terraform-snowflake-grants"})
    void thePlatformSaysThatItMakesNoneOfOurs(String said) {
        Platform platform = Platform.runbook().with(p -> p.makesNoneOfOurs(said));
        Emitted emitted = Emitted.by(
                new TerraformEmitter(),
                Plans.hubspot(platform, Loader.dlt()),
                withGrants(REGISTRY).repository());
        assertThat(emitted.obstacles(SCHEMA)).isEmpty();
        assertThat(emitted.said("terraform.already-there")).isEmpty();
    }

    @Test
    void secretsUsersAndDatabasesAreSettledAlike() {
        House house = House.siblings().with("snowflake/config/others.tf", """
                        module "people" {
                          source    = "acme/user/snowflake"
                          for_each  = var.people
                          user_name = each.key
                        }

                        resource "snowflake_database" "sandboxes" {
                          for_each = var.sandboxes
                          name     = each.key
                        }
                        """).with("aws/config/others.tf", """
                        resource "aws_secretsmanager_secret" "of_the_site" {
                          for_each = var.secrets
                          name     = each.key
                        }
                        """);
        DataSourcePlan plan = Plans.hubspot(Plans.FIVETRAN);
        assertThat(Emitted.by(new TerraformEmitter(), plan, house.repository()).fragments())
                .filteredOn(fragment -> !fragment.obstacles().isEmpty())
                .hasSize(4);
        Platform platform = Platform.runbook()
                .with(p -> p.makesNoneOfOurs(
                        "people", "snowflake_database.sandboxes", "aws_secretsmanager_secret.of_the_site"));
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Plans.FIVETRAN), house.repository())
                        .fragments())
                .allMatch(fragment -> fragment.obstacles().isEmpty());
    }
}
