package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformLabelTest {

    private final NamingRule rule = new TerraformLabel();

    @ParameterizedTest
    @ValueSource(strings = {"schema_dlt_hubspot", "_x", "count", "for_each", "module", "a1"})
    void terraformReservesNoLabel(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HubSpot", "2024", "a-b", "a b", "a.b", "größe", "a\n"})
    void headwaterWritesLowerCaseLettersDigitsAndUnderscoresOnly(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.terraform.character", "is not made of lower-case letters, digits and _"));
    }

    @Test
    void aModuleBecomesAFileNameOf255BytesAtMost() {
        assertThat(rule.check("x".repeat(255))).isEmpty();
        assertThat(rule.check("x".repeat(256)))
                .containsExactly(new NamingRule.Fault(
                        "name.terraform.length",
                        "is longer than the 255 bytes of a file name, which Terraform makes of it"));
    }
}
