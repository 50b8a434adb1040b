package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeIdentifierTest {

    private final NamingRule rule = new SnowflakeIdentifier();

    @ParameterizedTest
    @ValueSource(strings = {"HUBSPOT", "_STAGE", "SALES_2024", "HUBSPOT__STAGING"})
    void upperCaseNamesNeedNoQuotes(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hubspot", "2024_SALES", "SALES FORCE", "SALES-FORCE", "GRÖSSE", "A$B", "HUBSPOT\n"})
    void otherNamesWouldNeedQuotesForEver(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.snowflake.character",
                        "would need quotes on Snowflake, which takes upper-case letters, digits and _ without them"));
    }

    @Test
    void twoHundredFiftyFiveCharactersAreTheMost() {
        assertThat(rule.check("X".repeat(255))).isEmpty();
        assertThat(rule.check("X".repeat(256)))
                .containsExactly(
                        new NamingRule.Fault("name.snowflake.length", "is longer than Snowflake's 255 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER", "SELECT", "TABLE", "IN", "GROUP"})
    void aReservedWordCannotBeWrittenWithoutQuotes(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault("name.snowflake.reserved", "is a word that Snowflake reserves"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "In", "IN", "insert"})
    void aWordIsReservedInAnyCaseAndLocale(String word) {
        assertThat(SnowflakeIdentifier.isReserved(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "json", "# comment"})
    void otherWordsAreFree(String word) {
        assertThat(SnowflakeIdentifier.isReserved(word)).isFalse();
    }

    @Test
    void wordsThatShowReadsAsKindsOfObjectsAreACaution() {
        assertThat(rule.check("ACCOUNT")).isEmpty();
        assertThat(rule.cautions("ACCOUNT")).extracting(NamingRule.Fault::code).containsExactly("name.snowflake.show");
        assertThat(rule.cautions("ACCOUNTS")).isEmpty();
    }
}
