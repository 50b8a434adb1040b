package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlIdentifierTest {

    @Test
    void aNameIsBareAndSnowflakeFoldsItToTheUpperCaseThatDltCreated() {
        assertThat(SqlIdentifier.encode("created_at")).isEqualTo("created_at");
    }

    @Test
    void aReservedWordIsQuotedInTheUpperCaseThatDltCreated() {
        assertThat(SqlIdentifier.encode("order")).isEqualTo("\"ORDER\"");
    }

    @Test
    void aReservedWordIsUpperCaseInEveryLocale() {
        assertThat(SqlIdentifier.encode("in")).isEqualTo("\"IN\"");
    }

    @Test
    void aWordThatOnlyBeginsLikeAReservedOneIsBare() {
        assertThat(SqlIdentifier.encode("order_id")).isEqualTo("order_id");
    }
}
