package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.testkit.Emitted;
import org.junit.jupiter.api.Test;

/** The loaders' warehouse and the readers' role are referred to by the labels that the repository has. */
class SharedModulesTest {

    private static final DataSourcePlan NEW = Plans.hubspot(Plans.FIVETRAN);
    private static final House OTHERWISE = House.siblings().with("snowflake/config/shared.tf", """
            module "wh_loading" {
              source         = "../modules/snowflake_warehouse"
              warehouse_name = "LOADING"
            }

            module "roles" {
              source    = "../modules/snowflake_role"
              for_each  = toset(["analytics_sources_reader", "analytics_developer"])
              role_name = upper(each.key)
            }
            """);

    @Test
    void modulesUnderOtherLabelsAreFoundByWhatTheyMake() {
        Emitted emitted = Emitted.by(new TerraformEmitter(), NEW, OTHERWISE.repository());
        assertThat(emitted.block("user_svc_fivetran").text()).contains("= module.wh_loading.warehouse_name\n");
        assertThat(emitted.block("svc_fivetran_warehouse").text())
                .contains("object_name = module.wh_loading.warehouse_name\n");
        assertThat(emitted.block("schema_fivetran_hubspot").text())
                .contains("    module.roles[\"analytics_sources_reader\"].role_name,\n");
        assertThat(emitted.codes()).doesNotContain("terraform.undeclared");
    }

    @Test
    void aGrantByTheWarehouseUnderAnotherLabelCounts() {
        House house = OTHERWISE.with("snowflake/config/grants.tf", """
                resource "snowflake_grant_privileges_to_account_role" "loading" {
                  account_role_name = module.user_svc_fivetran.user_default_role
                  on_account_object {
                    object_type = "WAREHOUSE"
                    object_name = module.wh_loading.warehouse_name
                  }
                }
                """);
        assertThat(Emitted.by(new TerraformEmitter(), NEW, house.repository()).labels())
                .doesNotContain("svc_fivetran_warehouse");
    }

    @Test
    void modulesThatAreNowhereAreSaidWithAMendThatHelps() {
        House house = OTHERWISE.without("snowflake/config/shared.tf");
        assertThat(Emitted.by(new TerraformEmitter(), NEW, house.repository())
                        .said("terraform.undeclared")
                        .lines())
                .containsExactly(
                        "ACT There is no module \"role_analytics_sources_reader\" in snowflake/config, and none with"
                                + " role_name = \"ANALYTICS_SOURCES_READER\", to which the emitted text refers:"
                                + " declare it, or say what it is called here."
                                + " [platform.sourcesReaderRole(\"...\")]",
                        "ACT There is no module \"warehouse_loading\" in snowflake/config, and none with"
                                + " warehouse_name = \"LOADING\", to which the emitted text refers: declare it, or say"
                                + " what it is called here. [platform.warehouse(\"...\")]");
    }
}
