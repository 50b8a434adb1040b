package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSecretNameTest {

    private final NamingRule rule = new AwsSecretName();

    @ParameterizedTest
    @ValueSource(strings = {"dlt/hubspot", "dlt/snowflake-credentials", "A_b+c=d.e@f-g", "1"})
    void secretsAreNamedByLettersDigitsAndSomeSigns(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "größe", "a\\b", "a\n"})
    void otherSignsAreRefused(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.aws.character", "holds a character other than letters, digits and /_+=.@-"));
    }

    @Test
    void fiveHundredTwelveCharactersAreTheMost() {
        assertThat(rule.check("x".repeat(512))).isEmpty();
        assertThat(rule.check("x".repeat(513)))
                .containsExactly(
                        new NamingRule.Fault("name.aws.length", "is longer than Secrets Manager's 512 characters"));
    }

    @Test
    void aHyphenAndSixCharactersLookLikeTheSuffixOfAnArn() {
        assertThat(rule.check("dlt/sales-orders")).isEmpty();
        assertThat(rule.cautions("dlt/sales-orders"))
                .containsExactly(new NamingRule.Fault(
                        AwsSecretName.AMBIGUOUS_SUFFIX,
                        "ends in a hyphen and six characters, like the suffix of an ARN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlt/sales-order", "dlt/sales-returns", "dlt/salesorders", "dlt/sales-ord.rs"})
    void fiveOrSevenCharactersBehindAHyphenDoNot(String name) {
        assertThat(rule.cautions(name)).isEmpty();
    }
}
