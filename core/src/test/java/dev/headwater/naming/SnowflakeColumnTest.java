package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeColumnTest {

    private final NamingRule rule = new SnowflakeColumn();

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "CREATED_AT", "_dlt_load_time", "properties__email", "title"})
    void aColumnIsJudgedAsSnowflakeStoresItInEveryLocale(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @Test
    void aColumnThatNeedsQuotesIsRefused() {
        assertThat(rule.check("created at"))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.snowflake.character");
    }

    @Test
    void aReservedWordIsRefusedInLowerCaseToo() {
        assertThat(rule.check("order")).extracting(NamingRule.Fault::code).containsExactly("name.snowflake.reserved");
    }

    @Test
    void twoHundredFiftyFiveCharactersAreTheMost() {
        assertThat(rule.check("x".repeat(255))).isEmpty();
        assertThat(rule.check("x".repeat(256)))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.snowflake.length");
    }

    @Test
    void lettersThatBecomeAsciiInUpperCaseAreNoneOfSnowflakes() {
        assertThat(new SnowflakeColumn().check("straße"))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.snowflake.character");
    }
}
