package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.testkit.Emitted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of several columns is tested by the package where the project has it. */
class DbtUtilsTest {

    private static final String HUB = "packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.3.0\n";

    private static String model(Map<String, String> files) {
        return Emitted.by(new DbtEmitter(), Crm.plan(table -> table.primaryKey("deal", "line")), files)
                .text(Crm.MODEL);
    }

    @Test
    void theKeyIsACombinationOfColumns() {
        assertThat(model(Map.of("packages.yml", HUB))).contains("""
                        data_tests:
                          - dbt_utils.unique_combination_of_columns:
                              arguments:
                                combination_of_columns:
                                  - deal
                                  - line
                        columns:
                        """);
    }

    @Test
    void anOldDbtTakesTheColumnsWithoutArguments() {
        assertThat(model(Map.of("packages.yml", HUB, "requirements.txt", "dbt-core==1.9.4\n")))
                .contains("""
                        data_tests:
                          - dbt_utils.unique_combination_of_columns:
                              combination_of_columns:
                                - deal
                                - line
                        columns:
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packages:\n  - git: https://github.com/dbt-labs/dbt-utils.git\n    revision: 1.3.0\n",
                "packages:\n  - git: \"git@github.com:dbt-labs/dbt-utils\"\n",
                "packages:\n  - local: ../packages/dbt_utils/\n",
                "packages:\n  - tarball: https://example.com/1.3.0.tar.gz\n    name: dbt_utils\n",
                "projects:\n  - name: other\npackages:\n  - package: dbt-labs/codegen\n  - package: dbt-labs/dbt_utils\n"
            })
    void theProjectMayHaveItFromAnywhere(String packages) {
        assertThat(model(Map.of("dependencies.yml", packages))).contains("- dbt_utils.unique_combination_of_columns:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packages: []\n",
                "packages:\n  - package: dbt-labs/dbt_utils_extra\n",
                "packages:\n  - package: godatadriven/not_dbt_utils\n",
                "projects:\n  - name: dbt_utils\n",
                "packages:\n  - package: dbt-labs/dbt_utils\n    package: twice\n",
                "packages: [\n",
                "# dbt_utils\n"
            })
    void withoutItTheTestIsSpelledOut(String packages) {
        assertThat(model(Map.of("packages.yml", packages))).contains("- unique:");
    }
}
