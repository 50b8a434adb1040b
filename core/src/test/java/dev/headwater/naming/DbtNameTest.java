package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DbtNameTest {

    private final NamingRule rule = new DbtName();

    @ParameterizedTest
    @ValueSource(strings = {"dlt_hubspot", "stg_dlt__contacts", "order", "a1"})
    void sourcesAndModelsAreLowerCase(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HubSpot", "_x", "1a", "a b", "a-b", "größe", "a\n"})
    void otherNamesWouldNeedQuotesOrAnotherSpelling(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.dbt.character",
                        "is not made of lower-case letters, digits and _, beginning with a letter"));
    }

    @Test
    void aModelIsAFileWhoseTemporaryNeighboursHaveToFitToo() {
        assertThat(rule.check("x".repeat(230))).isEmpty();
        assertThat(rule.check("x".repeat(231)))
                .containsExactly(new NamingRule.Fault(
                        "name.dbt.length", "is longer than the 230 characters that a file name has room for"));
    }
}
