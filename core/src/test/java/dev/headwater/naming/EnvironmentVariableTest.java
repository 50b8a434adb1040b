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
    void dltWouldFillAnArgumentFromAVariableThatEveryShellSets(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.environment.owned", "is set by shells already, and dlt would take that value"));
    }
}
