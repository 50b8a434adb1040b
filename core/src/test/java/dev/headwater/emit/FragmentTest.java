package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FragmentTest {

    @Test
    void ofAYamlFileMeansAnItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.yamlItem(Scope.loader("dlt"), Address.yaml("prefect.yaml"), "name: a\n"))
                .withMessageContaining("prefect.yaml")
                .withMessageContaining("item(...)");
    }

    @Test
    void ofTerraformIsExactlyOneBlock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclBlock(Scope.loader("dlt"), "main.tf", "a {\n}\nb {\n}\n"))
                .withMessageContaining("exactly one block");
    }
}
