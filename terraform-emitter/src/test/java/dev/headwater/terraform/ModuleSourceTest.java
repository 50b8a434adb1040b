package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A module is found by what it is, however its folder or its source is spelt. */
class ModuleSourceTest {

    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());
    private static final House WITHOUT_MODULES =
            House.empty().providers("snowflake/config").aws("aws/config");
    private static final List<String> ALIASES = List.of("sys_admin", "security_admin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git::https://git.example.com/modules.git//modules/snowflake-schema?ref=v2",
                "git::ssh://git@git.example.com/acme/terraform-snowflake-schema.git?ref=v2",
                "git@github.com:acme/schema.git",
                "github.com/acme/terraform-snowflake-schema",
                "acme/snowflake_schema/snowflake",
                "app.terraform.io/acme/schema/snowflake",
                "acme/platform/snowflake//modules/schema",
                "../../../shared/modules/snowflake-schema"
            })
    void anotherCallShowsTheSource(String source) {
        House house = WITHOUT_MODULES.with("snowflake/config/other.tf", call(source, ""));
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.block("schema_dlt_hubspot").text())
                .contains("  source = \"" + source + "\"\n")
                .doesNotContain("version");
        assertThat(emitted.codes()).contains("RB02").doesNotContain("terraform.module-missing");
    }

    private static String call(String source, String more) {
        return "module \"other\" {\n  source = \"" + source + "\"\n" + more + "}\n";
    }

    @Test
    void theVersionGoesWithTheSource() {
        House house = WITHOUT_MODULES.with(
                "snowflake/config/other.tf", call("acme/snowflake_schema/snowflake", "  version = \"1.2.0\"\n"));
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block("schema_dlt_hubspot")
                        .text())
                .startsWith("""
                        module "schema_dlt_hubspot" {
                          source  = "acme/snowflake_schema/snowflake"
                          version = "1.2.0"

                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/schema/aws", "../modules/schemas", "../modules/json_schema"})
    void anotherModuleIsNotTakenForIt(String source) {
        House house = WITHOUT_MODULES.with("snowflake/config/other.tf", call(source, ""));
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block("schema_dlt_hubspot")
                        .text())
                .contains("source = \"./modules/snowflake_schema\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snowflake-schema", "schema", "Snowflake_Schema"})
    void aFolderShowsTheSource(String folder) {
        House house = WITHOUT_MODULES.module("snowflake/modules", folder, ALIASES, "schema_database!", "schema_name!");
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.block("schema_dlt_hubspot").text())
                .contains("source = \"../modules/" + folder + "\"", "schema_database = module.");
        assertThat(emitted.codes()).doesNotContain("terraform.module-missing");
    }

    @Test
    void theFolderOfTheRunbooksNameComesFirst() {
        House house = WITHOUT_MODULES
                .module("snowflake/config/modules", "schema", ALIASES, "schema_database!")
                .module("snowflake/modules", "snowflake_schema", ALIASES, "schema_database!");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .block("schema_dlt_hubspot")
                        .text())
                .contains("source = \"../modules/snowflake_schema\"");
    }

    @Test
    void aModuleThatIsNowhereIsSaid() {
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, WITHOUT_MODULES.repository())
                        .said("terraform.module-missing"))
                .isEqualTo("ACT There is no module snowflake_schema: it is neither a folder of"
                        + " snowflake/config/modules, snowflake/modules, modules, nor called in snowflake/config, also"
                        + " not as \"schema\". The emitted text calls it as"
                        + " \"./modules/snowflake_schema\": put the module there, or correct the source in the pull"
                        + " request; the next call follows it.");
    }

    @Test
    void aModuleThatAnotherCallSeesButThatIsNotThereIsSaid() {
        House house = WITHOUT_MODULES.with("snowflake/config/other.tf", call("../modules/schema", ""));
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.module-missing"))
                .contains("\"../modules/schema\", as module \"other\" (snowflake/config/other.tf:1) calls it, has no"
                        + " Terraform in it");
    }

    @Test
    void aModuleThatCannotBeReadIsNamedWithFileAndLine() {
        House house = House.siblings().with("snowflake/modules/snowflake_schema/variables.tf", "\nvariable \"x\" {\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.module-contract"))
                .isEqualTo("ACT The module snowflake_schema (snowflake/modules/snowflake_schema) cannot be read, so"
                        + " nothing says whether the call fits it: snowflake/modules/snowflake_schema/variables.tf:2:"
                        + " The block has no closing brace. Add it.");
    }

    @Test
    void aModuleWithFilesThatAreNotReadIsNotFullyKnown() {
        House house = WITHOUT_MODULES
                .with(
                        "snowflake/modules/snowflake_schema/variables.tf.json",
                        "{\"variable\": {\"schema_name\": {}, \"cost_center\": {}}}")
                .with("snowflake/modules/snowflake_schema/main.tf", "variable \"schema_database\" {}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said("terraform.module-contract"))
                .isEqualTo("ACT The module snowflake_schema has files that Headwater does not read"
                        + " (snowflake/modules/snowflake_schema/variables.tf.json): check that the call has every"
                        + " argument without a default in them.");
    }

    @Test
    void whatTerraformIgnoresIsNotRead() {
        House house = House.siblings()
                .with("snowflake/modules/snowflake_schema/.#variables.tf", "variable \"draft\" {}\n")
                .with("snowflake/modules/snowflake_schema/variables.tf~", "variable \"old\" {}\n")
                .with("snowflake/modules/snowflake_schema/#variables.tf#", "variable \"unsaved\" {}\n")
                .with("snowflake/config/.hidden.tf", call("acme/schema/snowflake", ""));
        Emitted emitted = Emitted.by(new TerraformEmitter(), EXISTING, house.repository());
        assertThat(emitted.said("terraform.module-contract")).isEmpty();
        assertThat(emitted.block("schema_dlt_hubspot").text()).contains("source = \"../modules/snowflake_schema\"");
    }
}
