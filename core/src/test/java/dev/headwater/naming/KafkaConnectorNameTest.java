package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaConnectorNameTest {

    private final NamingRule rule = new KafkaConnectorName();

    @ParameterizedTest
    @ValueSource(strings = {"snowflake-sink-orders", "a", "1.b_C"})
    void aNameCanStandInAUrl(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".", "a b", "a/b", "größe", "a\n"})
    void otherNamesAreRefused(String name) {
        assertThat(rule.check(name)).extracting(NamingRule.Fault::code).containsExactly("name.connector.character");
    }

    @Test
    void mskConnectHasRoomFor128Characters() {
        assertThat(rule.check("x".repeat(128))).isEmpty();
        assertThat(rule.check("x".repeat(129)))
                .containsExactly(new NamingRule.Fault(
                        "name.connector.length", "is longer than the 128 characters of MSK Connect"));
    }

    @Test
    void whatAPersonTypedBecomesWordsWithHyphens() {
        assertThat(rule.suggest("Snowflake Sink: Orders")).contains("snowflake-sink-orders");
    }
}
