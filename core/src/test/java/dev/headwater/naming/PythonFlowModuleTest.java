package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFlowModuleTest {

    private final NamingRule rule = new PythonFlowModule();

    @ParameterizedTest
    @ValueSource(strings = {"json", "email", "statistics", "select", "site"})
    void aFlowFileWouldHideAModuleOfTheStandardLibraryFromTheWorker(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.python.shadows", "hides the module of that name in Python's standard library (RB19)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlt", "prefect", "duckdb", "alembic"})
    void aFlowFileWouldHideAnInstalledPackageFromTheWorker(String name) {
        assertThat(rule.check(name))
                .containsExactly(
                        new NamingRule.Fault("name.python.shadows", "hides an installed package of that name (RB19)"));
    }

    @Test
    void aFlowFileWithAnEndingOfItsOwnHidesNothing() {
        assertThat(rule.check("json_flow")).isEmpty();
    }
}
