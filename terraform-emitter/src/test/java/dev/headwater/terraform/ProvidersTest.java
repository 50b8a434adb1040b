package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which provider configurations a call hands in: as other calls do, else by name, and never by a guess in silence. */
class ProvidersTest {

    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());
    private static final String SCHEMA = "schema_dlt_hubspot";

    private static House withCalls(String... providers) {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < providers.length; i++) {
            calls.append("""
                    module "schema_%d" {
                      source = "../modules/snowflake_schema"

                      providers = %s

                      schema_database = module.database_dlt.database_name
                      schema_name     = "OTHER_%d"
                    }
                    """.formatted(i, providers[i], i));
        }
        return House.siblings().with("snowflake/config/schemas.tf", calls.toString());
    }

    @Test
    void aModuleWithoutAliasesIsHandedTheProviderThatItsOtherCallsHandIn() {
        House house = withCalls("{ snowflake = snowflake.sys_admin }")
                .module("snowflake/modules", "snowflake_schema", List.of(), "schema_database!", "schema_name!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block(SCHEMA)
                        .text())
                .contains("""
                          providers = {
                            snowflake = snowflake.sys_admin
                          }
                        """);
    }

    @Test
    void theModulesNameForAConfigurationIsMappedAsOtherCallsMapIt() {
        House house = withCalls("{ snowflake.admin = snowflake.sys_admin }")
                .module("snowflake/modules", "snowflake_schema", List.of("admin"), "schema_database!", "schema_name!");
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.block(SCHEMA).text()).contains("    snowflake.admin = snowflake.sys_admin\n");
        assertThat(emitted.said("terraform.provider")).isEmpty();
    }

    @Test
    void theRootsNameForAConfigurationIsTheOneThatOtherCallsUse() {
        House house = withCalls("""
                {
                    snowflake.sys_admin      = snowflake.sysadmin # who makes schemas
                    snowflake.security_admin = snowflake.securityadmin,
                  }""");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block(SCHEMA)
                        .text())
                .contains("""
                          providers = {
                            snowflake.sys_admin      = snowflake.sysadmin
                            snowflake.security_admin = snowflake.securityadmin
                          }
                        """);
    }

    @Test
    void whatMostCallsHandInWins() {
        House house = withCalls(
                "{ snowflake = snowflake.sys_admin }",
                "{ snowflake = snowflake.loader }",
                "{ snowflake = snowflake.loader }");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block(SCHEMA)
                        .text())
                .contains("snowflake = snowflake.loader\n");
    }

    @Test
    void theGrantOnTheWarehouseUsesTheRootsNameToo() {
        House house = House.siblings().with("snowflake/config/users.tf", """
                module "user_svc_dbt" {
                  source = "../modules/snowflake_user"

                  providers = {
                    snowflake.security_admin = snowflake.securityadmin
                    snowflake.user_admin     = snowflake.useradmin
                  }
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), house.repository())
                        .block("svc_fivetran_warehouse")
                        .text())
                .contains("provider = snowflake.securityadmin\n");
    }

    @Test
    void withoutOtherCallsConfigurationsThatTheRootLacksAreOneConflictWithTheModulesLine() {
        House house = House.siblings()
                .with("snowflake/config/providers.tf", "provider \"snowflake\" {\n  alias = \"auditor\"\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles("schema_dlt_hubspot"))
                .containsExactly(
                        "snowflake/modules/snowflake_schema/versions.tf:3: The module snowflake_schema wants the provider"
                                + " configuration snowflake.sys_admin, and snowflake/config declares snowflake.auditor;"
                                + " it wants the provider configuration snowflake.security_admin, and snowflake/config"
                                + " declares snowflake.auditor. Declare it, or paste the block with the right one in"
                                + " its providers.");
    }

    private static House sysadmin(House house) {
        return house.with(
                "snowflake/config/providers.tf",
                List.of("sysadmin", "securityadmin", "useradmin").stream()
                        .map(alias -> "provider \"snowflake\" {\n  alias = \"" + alias + "\"\n}\n")
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void aConfigurationThatTheRootSpellsOtherwiseIsPutIntoTheTextToPaste() {
        Emitted emitted = Emitted.by(
                new TerraformEmitter(), EXISTING, sysadmin(House.siblings()).repository());
        assertThat(emitted.block(SCHEMA).text()).contains("""
                          providers = {
                            snowflake.sys_admin      = snowflake.sysadmin
                            snowflake.security_admin = snowflake.securityadmin
                          }
                        """);
        assertThat(emitted.obstacles(SCHEMA))
                .containsExactly("snowflake/modules/snowflake_schema/versions.tf:3: The module snowflake_schema wants"
                        + " the provider configuration snowflake.sys_admin, and snowflake/config declares"
                        + " snowflake.sysadmin, which is likely meant; it wants the provider configuration"
                        + " snowflake.security_admin, and snowflake/config declares snowflake.securityadmin, which is"
                        + " likely meant. Check that this is what they mean, and paste the block.");
    }

    @Test
    void aModuleThatIsNotThereIsHandedTheLikelyConfigurationAndTheReaderIsTold() {
        House house = sysadmin(House.empty().sharedModules("snowflake/config"));
        Emitted emitted = Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), house.repository());
        assertThat(emitted.block("schema_fivetran_hubspot").text())
                .contains("snowflake.sys_admin      = snowflake.sysadmin\n");
        assertThat(emitted.block("svc_fivetran_warehouse").text()).contains("provider = snowflake.securityadmin\n");
        assertThat(emitted.said("terraform.provider"))
                .contains(
                        "ACT The module snowflake_schema wants the provider configuration snowflake.sys_admin, and"
                                + " snowflake/config declares snowflake.sysadmin, which is likely meant and handed in:"
                                + " check that it is.",
                        "ACT The resource snowflake_grant_privileges_to_account_role.svc_fivetran_warehouse uses the"
                                + " provider configuration snowflake.securityadmin, which is likely what is"
                                + " snowflake.security_admin elsewhere: check that it is.");
    }

    @Test
    void withoutOtherCallsAModuleWithoutAliasesMayRunAsTheWrongRole() {
        House house = House.siblings()
                .module("snowflake/modules", "snowflake_schema", List.of(), "schema_database!", "schema_name!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.provider"))
                .startsWith("ACT The module snowflake_schema (snowflake/modules/snowflake_schema/versions.tf:3) names"
                        + " no provider configuration")
                .contains("hand in the one whose role it needs, as in providers = { snowflake =");
    }

    @Test
    void aConfigurationThatTheOtherCallsForgetIsNamedWithFileAndLine() {
        House house = withCalls("{ snowflake.sys_admin = snowflake.sys_admin }");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles("schema_dlt_hubspot"))
                .containsExactly(
                        "snowflake/modules/snowflake_schema/versions.tf:3: The module snowflake_schema wants the"
                                + " provider configuration snowflake.security_admin, which its other calls do not hand in"
                                + " (snowflake/config/schemas.tf:1). Paste the block with it, or remove it from the module.");
    }

    @Test
    void anArgumentThatAllOtherCallsTakeFromTheSameVariableIsTakenOver() {
        House house = House.siblings().with("snowflake/config/schemas.tf", """
                module "schema_dlt_products" {
                  source = "git::https://git.example.com/modules.git//snowflake_schema?ref=v1.4.0"

                  providers = { snowflake = snowflake.sys_admin }

                  schema_database = module.database_dlt.database_name
                  schema_name     = "PRODUCTS"
                  environment     = var.environment
                  cost_center     = "4711"
                }
                """);
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.block(SCHEMA).text()).isEqualTo("""
                module "schema_dlt_hubspot" {
                  source = "git::https://git.example.com/modules.git//snowflake_schema?ref=v1.4.0"

                  providers = {
                    snowflake = snowflake.sys_admin
                  }

                  schema_database = module.database_dlt.database_name
                  schema_name     = "HUBSPOT"
                  schema_comment  = "Data from hubspot loaded by dlt."

                  environment = var.environment

                  depends_on = [module.database_dlt]
                }
                """);
        assertThat(emitted.said("terraform.module-contract"))
                .isEqualTo("ACT All other calls of the module snowflake_schema, such as module \"schema_dlt_products\""
                        + " (snowflake/config/schemas.tf:1), pass \"cost_center\", which Headwater does not"
                        + " know: add it to the call.\n"
                        + "ACT The module snowflake_schema is not in the terraform repository, and no other call of it, such as"
                        + " module \"schema_dlt_products\" (snowflake/config/schemas.tf:1), passes"
                        + " schema_comment: check that it has these variables.");
    }

    @Test
    void aConfigurationThatTheModuleLacksIsNamedWithFileAndLine() {
        House house = withCalls("{ snowflake.sys_admin = snowflake.sys_admin, snowflake.security_admin ="
                + " snowflake.security_admin, snowflake.user_admin = snowflake.user_admin }");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .obstacles("schema_dlt_hubspot"))
                .containsExactly(
                        "snowflake/modules/snowflake_schema/versions.tf:3: The module snowflake_schema declares"
                                + " no provider configuration snowflake.user_admin, which its other calls hand in"
                                + " (snowflake/config/schemas.tf:1). Declare it in the module, or paste the block without it.");
    }
}
