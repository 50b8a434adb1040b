package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefectNameTest {

    private final NamingRule rule = new PrefectName();

    @ParameterizedTest
    @ValueSource(strings = {"hubspot-daily", "Sales Force", "größe", "日本", "a.b:c"})
    void namesAreForPeopleAndMayHoldAlmostEverything(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " hubspot", "hubspot "})
    void aBlankNameOrWhiteSpaceAroundItIsNotSeen(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault("name.prefect.blank", "is blank or has white space around it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "100%x", "a&b", "a>b", "a<b", "{{ x }}", "a}b", "a\tb", "a\u007Fb"})
    void prefectRefusesSomeSignsAndReadsBracesAsATemplate(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.prefect.character", "holds one of / % & > < { } or a control character"));
    }

    @Test
    void aNameCanHaveBothFaults() {
        assertThat(rule.check("a\n"))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.prefect.blank", "name.prefect.character");
    }

    @Test
    void whatCannotBeSeenIsRefused() {
        assertThat(new PrefectName().check("a\u200Bb"))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.prefect.blank");
    }
}
