package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Terraform would refuse stands in the way, where the module can be read; what it would take does not. */
class ContractObstaclesTest {

    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());
    private static final String SCHEMA = "schema_dlt_hubspot";
    private static final String VARIABLES = "snowflake/modules/snowflake_schema/variables.tf";

    private static Emitted withVariable(String variable) {
        House house = House.siblings();
        return Emitted.by(
                new TerraformEmitter(),
                EXISTING,
                house.with(VARIABLES, house.text(VARIABLES) + "\n" + variable).repository());
    }

    @Test
    void theDocumentedModuleFits() {
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, House.siblings().repository())
                        .obstacles(SCHEMA))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string|",
                "any|",
                "''|",
                "bool|takes \"schema_name\" as bool, not as \"HUBSPOT\"",
                "number|takes \"schema_name\" as number, not as \"HUBSPOT\"",
                "list(string)|takes \"schema_name\" as list(string), not as \"HUBSPOT\"",
                "object({ name = string })|takes \"schema_name\" as object({ name = string }), not as \"HUBSPOT\""
            })
    void aTextGoesWhereATextCanGo(String type, String obstacle) {
        String declared = type.isEmpty() ? "" : "  type = " + type + "\n";
        House house = House.siblings();
        String variables = house.text(VARIABLES)
                .replace("variable \"schema_name\" {}", "variable \"schema_name\" {\n" + declared + "}");
        List<String> obstacles = Emitted.by(
                        new TerraformEmitter(),
                        EXISTING,
                        house.with(VARIABLES, variables).repository())
                .obstacles(SCHEMA);
        if (obstacle == null) {
            assertThat(obstacles).isEmpty();
        } else {
            assertThat(obstacles)
                    .singleElement()
                    .asString()
                    .startsWith(VARIABLES + ":1: ")
                    .contains(obstacle);
        }
    }

    @Test
    void aListGoesWhereAListCanGo() {
        House house = House.siblings();
        String variables = house.text(VARIABLES)
                .replace(
                        "variable \"grant_reader_to_account_roles\" {",
                        "variable \"grant_reader_to_account_roles\" {\n  type = string");
        assertThat(Emitted.by(
                                new TerraformEmitter(),
                                EXISTING,
                                house.with(VARIABLES, variables).repository())
                        .obstacles(SCHEMA))
                .singleElement()
                .asString()
                .contains("takes \"grant_reader_to_account_roles\" as string, not as [");
    }

    @Test
    void aVariableWithADefaultIsNobodysBusiness() {
        assertThat(withVariable("variable \"cost_center\" {\n  default = null\n}\n")
                        .obstacles(SCHEMA))
                .isEmpty();
    }

    @Test
    void whereAFileOfTheModuleIsNotReadItsVariablesAreAFinding() {
        House house = House.siblings();
        String variables = house.text(VARIABLES) + "\nvariable \"cost_center\" {}\n";
        Emitted emitted = Emitted.by(
                new TerraformEmitter(),
                EXISTING,
                house.with(VARIABLES, variables)
                        .with("snowflake/modules/snowflake_schema/more_override.tf", "")
                        .repository());
        assertThat(emitted.obstacles(SCHEMA)).isEmpty();
        assertThat(emitted.said("terraform.module-contract")).contains("wants \"cost_center\" (" + VARIABLES);
    }
}
