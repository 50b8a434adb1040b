package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefectTagTest {

    private final NamingRule rule = new PrefectTag();

    @ParameterizedTest
    @ValueSource(strings = {"dlt", "team/data", "50%", "größe", "a, b"})
    void tagsTakeWhatNamesDoNot(String tag) {
        assertThat(rule.check(tag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " dlt", "dlt "})
    void aBlankTagIsNotSeen(String tag) {
        assertThat(rule.check(tag))
                .containsExactly(new NamingRule.Fault("name.prefect.blank", "is blank or has white space around it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ x }}", "a}", "a\u200Bb", "a\tb"})
    void bracesAndWhatCannotBeSeenAreRefused(String tag) {
        assertThat(rule.check(tag))
                .containsExactly(
                        new NamingRule.Fault("name.prefect.tag", "holds a brace or a character that cannot be seen"));
        assertThat(rule.suggest("{{ My Tag }}")).contains("my-tag");
    }
}
