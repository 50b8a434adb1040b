package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headwater.emit.Address.HclElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final Scope CRM = Scope.loader("dlt").source("crm");
    private static final String BLOCK = "module \"crm\" {\n}\n";
    private static final HclElement INSIDE = new Address.HclBlock("infra", "module", List.of("db")).inside();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "infra/terragrunt.hcl",
                "main.tofu",
                "infra/terraform.tfvars",
                "infra/x_override.tf",
                "override.tf",
                "infra/.hidden.tf",
                "a.tf.json",
                ".terraform.lock.hcl",
                "A.TF",
                "infra/main.tf~"
            })
    void aBlockGoesOnlyToAFileThatIsConfiguration(String home) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclBlock(CRM, home, BLOCK))
                .withMessageContaining(home)
                .withMessageContaining("name a file that ends with .tf and is no override");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Y\"", "\"X\" # mine", "# mine\n\"X\"", "\"X\",", "\"X\", \"X\"", "\"X", "", "\"X\"\ny = 1"})
    void theTextOfAnElementIsThatElementAndNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclElement(CRM, INSIDE.element("l", "\"X\""), text))
                .withMessageContaining("infra: module \"db\" l[\"X\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue {\n  id = \"other\"\n}\n",
                "topic {\n  id = \"crm\"\n}\n",
                "queue {\n}\n",
                "# nothing\n",
                "id = \"crm\"\n",
                "queue {\n",
                "queue {\n  id = \"crm\"\n}\nqueue {\n  id = \"crm\"\n}\n"
            })
    void theTextOfANestedBlockIsThatBlockAndNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclElement(CRM, INSIDE.nested("queue", "id", "\"crm\""), text))
                .withMessageContaining("infra: module \"db\" queue[id=\"crm\"]");
    }

    @Test
    void theTextOfAPartMayBeLaidOutInAnotherWayThanItsAddress() {
        assertThat(Fragment.hclElement(
                                CRM, INSIDE.element("l", "{ b = 2, a = f(1,2) }"), " {\n  a = f(1, 2)\n  b = 2\n}\n")
                        .text())
                .isEqualTo("{\n  a = f(1, 2)\n  b = 2\n}");
        assertThat(Fragment.hclElement(
                                CRM,
                                INSIDE.nested("queue", "id", " \"crm\" "),
                                "# CRM\nqueue {\n  id = \"crm\" # ours\n}\n")
                        .address())
                .isEqualTo(INSIDE.nested("queue", "id", "\"crm\""));
    }

    @Test
    void anAddressHoldsExpressions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INSIDE.nested("queue", "id", "\"crm"))
                .withMessageContaining("queue[id=\"crm]")
                .withMessageContaining("closing quote");
    }

    @Test
    void addressesAreEqualWhateverTheLayoutOfTheirExpressions() {
        assertThat(INSIDE.element("l", "f(a,b)")).isEqualTo(INSIDE.element("l", " f( a, b ) "));
        assertThat(INSIDE.element("l", "\"a\"")).isNotEqualTo(INSIDE.element("l", "a"));
    }

    @Test
    void brokenTerraformIsTheEmittersMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclBlock(CRM, "infra/a.tf", "module \"crm\" {\n"))
                .withMessageContaining("infra/a.tf is not Terraform: The block has no closing brace.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclBlock(CRM, "infra/a.tf", BLOCK).startingWith("foo {\n"))
                .withMessageContaining("infra/a.tf is not Terraform: The block has no closing brace.");
    }

    @Test
    void linesEndWithLineFeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.file(CRM, "flows/crm.py", "import dlt\r\n"))
                .withMessage("The text wanted at flows/crm.py has lines that end with CR LF; they end with LF alone.");
        assertThatIllegalArgumentException()
                .isThrownBy(Fragment.file(CRM, "flows/crm.py", () -> "import dlt\r\n")::text)
                .withMessageContaining("flows/crm.py");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclBlock(CRM, "infra/a.tf", "module \"crm\" {\r\n}\r\n"))
                .withMessageContaining("infra/a.tf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragment.hclElement(CRM, INSIDE.element("l", "{}"), "{\r\n}"))
                .withMessageContaining("CR LF");
    }
}
