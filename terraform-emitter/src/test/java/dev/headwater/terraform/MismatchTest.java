package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.document.HclFile;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A module that does not fit is one conflict, whose text has the module's own names where they are likely. */
class MismatchTest {

    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());
    private static final String SCHEMA = "schema_dlt_hubspot";

    private static House withSchemaModule(String... variables) {
        return House.siblings()
                .module("snowflake/modules", "snowflake_schema", List.of("sys_admin", "security_admin"), variables)
                .with("snowflake/config/loader.tf", """
                        module "database_dlt" {
                          source        = "../modules/snowflake_database"
                          database_name = "DLT"
                        }

                        module "user_svc_dlt" {
                          source    = "../modules/snowflake_user"
                          user_name = "SVC_DLT"
                        }
                        """);
    }

    @Test
    void aModuleWithOtherNamesIsOneConflictWithTheNamesInPlace() {
        Emitted emitted = Emitted.by(
                new TerraformEmitter(),
                EXISTING,
                withSchemaModule("name!", "database!", "comment", "grant_reader_to_account_roles")
                        .repository());
        assertThat(emitted.obstacles(SCHEMA))
                .containsExactly("snowflake/modules/snowflake_schema/variables.tf:1: The module snowflake_schema wants"
                        + " \"name\", \"database\" (variables.tf:3), which Headwater does not know; it has no variable"
                        + " \"database_name\", \"schema_name\", \"schema_comment\". The block to paste has \"name\""
                        + " for \"schema_name\", \"comment\" for \"schema_comment\", \"database\" for"
                        + " \"database_name\", which is likely. Check that this is what they mean, and paste the"
                        + " block.");
        assertThat(emitted.block(SCHEMA).text()).isEqualTo("""
                module "schema_dlt_hubspot" {
                  source = "../modules/snowflake_schema"

                  providers = {
                    snowflake.sys_admin      = snowflake.sys_admin
                    snowflake.security_admin = snowflake.security_admin
                  }

                  database = module.database_dlt.database_name
                  name     = "HUBSPOT"
                  comment  = "Data from hubspot loaded by dlt."

                  grant_reader_to_account_roles = [
                    module.role_analytics_sources_reader.role_name,
                  ]

                  depends_on = [module.database_dlt]
                }
                """);
    }

    private static List<Conflict> conflicts(House house) {
        return Workspace.of()
                .repository(house.repository(), new TerraformEmitter())
                .onboard(EXISTING)
                .conflicts();
    }

    @Test
    void theTextPastedAsItStandsSettlesTheConflict() {
        House house = withSchemaModule("name!", "database!", "comment", "grant_reader_to_account_roles");
        assertThat(conflicts(house)).hasSize(1);
        String wanted = conflicts(house).get(0).wanted().orElseThrow();
        assertThat(conflicts(house.with("snowflake/config/schemas.tf", wanted))).isEmpty();
    }

    @Test
    void whatIsNotLikelyIsLeftToBeCorrected() {
        House house = withSchemaModule("name!", "database!", "cost_center!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .containsExactly("snowflake/modules/snowflake_schema/variables.tf:1: The module snowflake_schema wants"
                        + " \"name\", \"database\" (variables.tf:3), \"cost_center\" (variables.tf:5), which"
                        + " Headwater does not know; it has no variable \"database_name\", \"schema_name\","
                        + " \"schema_comment\". The block to paste has \"name\" for \"schema_name\", \"database\""
                        + " for \"database_name\", which is likely. The block to paste is without"
                        + " \"schema_comment\". Paste the block and add \"cost_center\", or give the module a"
                        + " default for it.");
        String wanted = conflicts(house).get(0).wanted().orElseThrow();
        assertThat(conflicts(house.with("snowflake/config/schemas.tf", wanted))).hasSize(1);
        String corrected = wanted.replaceFirst("  name +=", "  cost_center = \"4711\"\n$0");
        assertThat(conflicts(house.with("snowflake/config/schemas.tf", corrected)))
                .isEmpty();
    }

    @Test
    void aVariableThatDoesNotTakeTheValueIsNotLikely() {
        House house = withSchemaModule("database_name!", "schema_name!")
                .with(
                        "snowflake/modules/snowflake_schema/more.tf",
                        "variable \"comment\" {\n  type    = list(string)\n  default = []\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block(SCHEMA)
                        .text())
                .contains("  schema_name   = \"HUBSPOT\"\n")
                .doesNotContain("comment");
    }

    @Test
    void aCommentThatTheModuleDoesNotTakeIsLeftOutOfTheTextToPaste() {
        House house = withSchemaModule("name!", "database!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .singleElement()
                .asString()
                .endsWith(" The block to paste is without \"schema_comment\". Check that this is what they mean, and"
                        + " paste the block.");
        String wanted = conflicts(house).get(0).wanted().orElseThrow();
        assertThat(wanted).contains("""

                  database = module.database_dlt.database_name
                  name     = "HUBSPOT"

                  depends_on = [module.database_dlt]
                """);
        assertThat(conflicts(house.with("snowflake/config/schemas.tf", wanted))).isEmpty();
    }

    @Test
    void readersThatTheModuleDoesNotTakeAreLeftOutOfTheTextToPaste() {
        House house = House.siblings()
                .module(
                        "snowflake/modules",
                        "snowflake_database",
                        List.of("sys_admin", "security_admin"),
                        "database_name!",
                        "database_comment",
                        "grant_writer_to_account_roles");
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), house.repository())
                        .block("database_fivetran")
                        .text())
                .endsWith("""
                          database_name    = "FIVETRAN"
                          database_comment = "Raw data loaded by fivetran."

                          grant_writer_to_account_roles = [
                            module.user_svc_fivetran.user_default_role,
                          ]
                        }
                        """);
    }

    private static String product(String name, String owner) {
        return """
                module "schema_dlt_%s" {
                  source   = "../modules/snowflake_schema"
                  database = module.database_dlt.database_name
                  name     = "%s"
                  owner    = "%s"

                  providers = {
                    snowflake.sys_admin      = snowflake.sys_admin
                    snowflake.security_admin = snowflake.security_admin
                  }
                }
                """.formatted(name, name.toUpperCase(Locale.ROOT), owner);
    }

    @Test
    void aConstantThatAllOtherCallsPassIsPutIntoTheTextToPaste() {
        House house = withSchemaModule("name!", "database!", "owner!")
                .with("snowflake/config/products.tf", product("products", "data") + product("orders", "data"));
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles(SCHEMA))
                .singleElement()
                .asString()
                .contains(" The block to paste has owner = \"data\", as all other calls have it. ")
                .endsWith(" Check that this is what they mean, and paste the block.");
        String wanted = conflicts(house).get(0).wanted().orElseThrow();
        assertThat(wanted).contains("  name     = \"HUBSPOT\"\n  owner    = \"data\"\n");
        assertThat(conflicts(house.with("snowflake/config/schemas.tf", wanted))).isEmpty();
    }

    @Test
    void whatOtherCallsPassDifferentlyOrOneAloneIsLeftToBeAdded() {
        House house = withSchemaModule("name!", "database!", "owner!");
        String two = product("products", "data") + product("orders", "finance");
        assertThat(List.of(two, product("products", "data")))
                .allSatisfy(others -> assertThat(Emitted.by(
                                        new TerraformEmitter(),
                                        EXISTING,
                                        house.with("snowflake/config/products.tf", others)
                                                .repository())
                                .obstacles(SCHEMA))
                        .singleElement()
                        .asString()
                        .endsWith(" Paste the block and add \"owner\", or give the module a default for it."));
    }

    @Test
    void howeverMuchDoesNotFitItIsOneConflictForTheCallAndOneForWhatRefersToIt() {
        House house = House.siblings()
                .module(
                        "snowflake/modules",
                        "snowflake_database",
                        List.of("sysadmin"),
                        "name!",
                        "comment!",
                        "readers",
                        "writers")
                .module("snowflake/modules", "snowflake_user", List.of("useradmin"), "login!", "key!")
                .module("snowflake/modules", "snowflake_schema", List.of("sysadmin"), "name!", "db!")
                .outputs("snowflake/modules/snowflake_database", "name")
                .outputs("snowflake/modules/snowflake_user", "default_role");
        List<Conflict> conflicts = Workspace.of()
                .repository(house.repository(), new TerraformEmitter())
                .onboard(Plans.hubspot(Plans.FIVETRAN))
                .conflicts();
        assertThat(conflicts)
                .extracting(conflict -> conflict.file() + " "
                        + HclFile.parse(conflict.wanted().orElseThrow()).blocks().stream()
                                .map(block -> block.labels().get(block.labels().size() - 1))
                                .toList())
                .containsExactly(
                        "snowflake/modules/snowflake_database/outputs.tf [schema_fivetran_hubspot]",
                        "snowflake/modules/snowflake_database/variables.tf [database_fivetran]",
                        "snowflake/modules/snowflake_schema/variables.tf [schema_fivetran_hubspot]",
                        "snowflake/modules/snowflake_user/outputs.tf [database_fivetran, svc_fivetran_warehouse]",
                        "snowflake/modules/snowflake_user/variables.tf [user_svc_fivetran]");
    }

    @Test
    void ofAModuleThatIsElsewhereTheOtherCallsShowTheLikelyNames() {
        House house = House.siblings().with("snowflake/config/schemas.tf", """
                module "schema_dlt_products" {
                  source = "git::https://git.example.com/modules.git//snowflake_schema?ref=v1.4.0"

                  database_name = module.database_dlt.database_name
                  name          = "PRODUCTS"
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.module-contract"))
                .contains(
                        "passes schema_name, schema_comment: check that it has these variables; it likely has \"name\""
                                + " for \"schema_name\".");
    }

    @Test
    void anOutputOfALikelyNameIsPutIntoTheTextToPaste() {
        House house = House.siblings().outputs("snowflake/modules/snowflake_user", "name", "default_role");
        Emitted emitted = Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), house.repository());
        assertThat(emitted.block("database_fivetran").text()).contains("    module.user_svc_fivetran.default_role,\n");
        assertThat(emitted.block("svc_fivetran_warehouse").text())
                .contains("= module.user_svc_fivetran.default_role\n");
        assertThat(emitted.obstacles("database_fivetran"))
                .containsExactly("snowflake/modules/snowflake_user/outputs.tf:0: The module in"
                        + " snowflake/modules/snowflake_user has no output \"user_default_role\", to which the block"
                        + " refers. The block to paste has \"default_role\" for it, which is likely. Check that this"
                        + " is what it means, and paste the block.");
    }
}
