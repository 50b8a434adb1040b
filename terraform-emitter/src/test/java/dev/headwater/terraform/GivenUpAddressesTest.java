package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that a removed or a moved block gives up cannot have a block, as Terraform says. */
class GivenUpAddressesTest {

    private static Emitted with(String file, String text) {
        return Emitted.by(
                new TerraformEmitter(),
                Plans.hubspot(Loader.dlt()),
                House.siblings().with(file, text).repository());
    }

    @Test
    void aModuleThatARemovedBlockGivesUpIsAConflict() {
        assertThat(with("snowflake/config/removed.tf", """
                removed {
                  from = module.schema_dlt_hubspot

                  lifecycle {
                    destroy = false
                  }
                }
                """).obstacles("schema_dlt_hubspot"))
                .containsExactly("snowflake/config/removed.tf:1: A removed block says that module.schema_dlt_hubspot is"
                        + " no more, and Terraform refuses a block that is there nevertheless. Take the removed block"
                        + " out, once it has been applied everywhere, and run again.");
    }

    @Test
    void aResourceThatAMovedBlockGivesUpIsAConflict() {
        assertThat(with("aws/config/moved.tf", """
                moved {
                  from = aws_secretsmanager_secret.dlt_hubspot
                  to   = aws_secretsmanager_secret.crm
                }
                """).obstacles("dlt_hubspot"))
                .singleElement()
                .asString()
                .startsWith("aws/config/moved.tf:1: A moved block says that aws_secretsmanager_secret.dlt_hubspot is no"
                        + " more, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from = module.hubspot\n  to   = module.schema_dlt_hubspot",
                "from = module.schema_dlt_hubspot[0]\n  to   = module.schema_dlt_hubspot",
                "from = module.schema_dlt_hubspot_old\n  to   = module.crm"
            })
    void whatMovesToTheAddressOrFromAnotherIsInNobodysWay(String moved) {
        assertThat(with("snowflake/config/moved.tf", "moved {\n  " + moved + "\n}\n")
                        .obstacles("schema_dlt_hubspot"))
                .isEmpty();
    }
}
