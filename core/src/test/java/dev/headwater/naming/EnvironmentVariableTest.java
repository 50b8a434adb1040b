package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariableTest {

    private final NamingRule rule = new EnvironmentVariable();

    @ParameterizedTest
    @ValueSource(strings = {"API_TOKEN", "_X", "A1", "PATHS", "LC", "MY_PATH"})
    void variablesAreUpperCase(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api_token", "1A", "A-B", "A B", "GRÖSSE", "A\n"})
    void aShellCouldNotSetOtherNames(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.environment.character", "is not made of upper-case letters, digits and _"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "USER", "LANG", "LC_ALL", "BASH", "BASH_VERSION"})
    void dltFillsAnArgumentFromAVariableThatEveryShellSets(String name) {
        assertThat(rule.check(name)).isEmpty();
        assertThat(rule.cautions(name))
                .containsExactly(new NamingRule.Fault(
                        EnvironmentVariable.OWNED, "is set by shells, and dlt takes that value for want of another"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREDENTIALS", "ENVIRONMENT", "WORKERS", "REFRESH"})
    void dltReadsSettingsOfItsOwnFromBareNamesToo(String name) {
        assertThat(rule.check(name)).isEmpty();
        assertThat(rule.cautions(name))
                .containsExactly(new NamingRule.Fault(
                        EnvironmentVariable.OWNED, "is a setting of dlt's own, which whoever sets it changes as well"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"API_TOKEN", "PATHS", "LC", "MY_PATH", "path"})
    void otherNamesAreFree(String name) {
        assertThat(rule.cautions(name)).isEmpty();
    }
}
