package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.LoadedAt;
import dev.headwater.testkit.Emitted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RB14: where freshness and load time stand. */
class DialectTest {

    private static final String BELOW_CONFIG = """
            config:
              loaded_at_field: _dlt_load_time
              freshness:
                warn_after:
                  count: 24
                  period: hour
                error_after:
                  count: 48
                  period: hour
            """;

    private static final String ON_THE_SOURCE = """
            loaded_at_field: _dlt_load_time
            freshness:
              warn_after:
                count: 24
                period: hour
              error_after:
                count: 48
                period: hour
            """;

    private static Emitted project(String settings) {
        return Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("dbt_project.yml", "name: analytics\n" + settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "require-dbt-version: '>=1.9.0'",
                "require-dbt-version: ['>=1.8.0', '<2.0.0']",
                "require-dbt-version: '>=1.9.0,<1.11'",
                "require-dbt-version: '<1.100'",
                "require-dbt-version: '1.10.2'"
            })
    void aProjectThatMayHaveDbtFrom1_10OnHasThemBelowConfig(String settings) {
        assertThat(project(settings).text(Crm.SOURCE)).contains(BELOW_CONFIG);
        assertThat(project(settings).codes()).contains("RB14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require-dbt-version: '>=1.8.0,<1.10.0'",
                "require-dbt-version: ['>=1.8.0', '<1.10']",
                "require-dbt-version: ['>=1.8.0', '<=1.9.9']",
                "require-dbt-version: '=1.9.4'",
                "require-dbt-version: '1.9.4'",
                "require-dbt-version: '>=1.8.0,<1.9.5'",
                "require-dbt-version: '~=1.9.0'"
            })
    void aProjectThatKeepsDbtBefore1_10HasThemOnTheSource(String settings) {
        assertThat(project(settings).text(Crm.SOURCE)).contains(ON_THE_SOURCE).doesNotContain("config:");
        assertThat(project(settings).codes()).doesNotContain("RB14").contains("RB15", "RB31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dbt-core==1.9.4\ndbt-snowflake==1.9.2\n",
                "dbt-snowflake>=1.8,<1.10\n",
                "dbt-core==1.9\n",
                "dbt-core<=1.9\n",
                "dbt-core===1.9.4\n",
                "DBT_Core==1.9.4\n",
                "# dbt-core==1.11.0\ndbt-core ~= 1.9.0  # until the migration\n"
            })
    void requirementsPinDbtAsWell(String requirements) {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("requirements.txt", requirements))
                        .text(Crm.SOURCE))
                .contains(ON_THE_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dbt-core>=1.9\n",
                "dbt-core~=1.9\n",
                "dbt-core>=1.9,<2\n",
                "dbt-core==1.11.2\n",
                "# dbt-core==1.9.4\n",
                "sqlfluff==1.9.4\n",
                "dbt-core\nother==1.9.4\n"
            })
    void otherRequirementsDoNot(String requirements) {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("requirements.txt", requirements))
                        .text(Crm.SOURCE))
                .contains(BELOW_CONFIG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dependencies = [\n    \"dbt-snowflake>=1.9,<1.10\",\n]\n",
                "dependencies = [\"pandas>=2\", \"dbt-core==1.9.4\"]\n",
                "dbt-core = \"~1.9\"\n",
                "dbt-core = \"1.9.4\"\n",
                "dbt-core = {version = \"~1.9.0\"}\n"
            })
    void aProjectFileOfPythonPinsDbtAsWell(String project) {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("pyproject.toml", project))
                        .text(Crm.SOURCE))
                .contains(ON_THE_SOURCE);
    }

    @Test
    void asWrittenTheyStandOnTheSourceWithoutAFinding() {
        Emitted emitted = Emitted.by(new DbtEmitter(), Crm.asWritten("RB14"));
        assertThat(emitted.text(Crm.SOURCE)).contains(ON_THE_SOURCE);
        assertThat(emitted.codes()).doesNotContain("RB14");
    }

    @Test
    void theTestOfAKeyOfSeveralColumnsHasItsArgumentsThereToo() {
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(table -> table.primaryKey("shop", "number")),
                                Map.of("dbt_project.yml", "require-dbt-version: '<1.10'\n"))
                        .text(Crm.MODEL))
                .contains("""
                        data_tests:
                          - unique:
                              name: unique_stg_dlt__contacts_shop_number
                              column_name: >-
                        """)
                .doesNotContain("arguments:");
    }

    @Test
    void anOldDbtKnowsNoQuery() {
        Emitted emitted = Emitted.by(
                new DbtEmitter(),
                Crm.loadedAt(LoadedAt.query("select 1")),
                Map.of("dbt_project.yml", "require-dbt-version: '<1.10'\n"));
        assertThat(emitted.codes()).contains("dbt.query-ignored");
    }
}
