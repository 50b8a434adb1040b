package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaTopicTest {

    private final NamingRule rule = new KafkaTopic();

    @ParameterizedTest
    @ValueSource(strings = {"orders", "shop.orders-v1", "A_b", "...", "_schemas"})
    void topicsAreMadeOfLettersDigitsDotsUnderscoresAndHyphens(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a/b", "größe", "a\n"})
    void otherNamesAreRefused(String name) {
        assertThat(rule.check(name)).extracting(NamingRule.Fault::code).containsExactly("name.kafka.character");
    }

    @Test
    void aTopicHas249Characters() {
        assertThat(rule.check("x".repeat(249))).isEmpty();
        assertThat(rule.check("x".repeat(250)))
                .containsExactly(new NamingRule.Fault("name.kafka.length", "is longer than Kafka's 249 characters"));
    }

    @Test
    void kafkaKeepsSomeTopicsForItself() {
        assertThat(rule.check("__consumer_offsets"))
                .containsExactly(new NamingRule.Fault("name.kafka.internal", "is a topic that Kafka keeps for itself"));
    }

    @Test
    void dotsAndUnderscoresAreOneInTheNamesOfMetrics() {
        assertThat(rule.cautions("shop.order_lines"))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.kafka.collision");
        assertThat(rule.cautions("shop.order-lines")).isEmpty();
        assertThat(rule.cautions("order_lines")).isEmpty();
    }
}
