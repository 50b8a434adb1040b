package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HclSyntaxTest {

    /** Each of them passes {@code terraform fmt}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = \"${~ x ~}\"\n",
                "a = \"%{for h in xs~}\\n${h}%{endfor~}\"\n",
                "a = \"%{~ if x ~}y%{~ else ~}z%{~ endif ~}\"\n",
                "a = <<-E\n%{for h in xs~}\n${h ~}\n%{endfor~}\nE\n",
                "a = \"${\"${x ~}\"}\"\n",
                "a = \"${{a=1}.a}\"\n",
                "a = x.*.y\n",
                "a = f(xs...)\n",
                "a = p::q::f(1)\n",
                "a = \"$${x}%%{y}a$b%c~\"\n",
                "a = {(x) = 1, \"y\" : 2}\n",
                "a = \"${x # c\n}\"\n",
                "a = 1.5E-3\n",
                "resource \"a\\\"b\" \"c\" {}\n",
                "resource \"a$${b\" \"c\" {}\n"
            })
    void whatTerraformTakesIsTaken(String text) {
        HclFile file = HclFile.parse(text);

        assertThat(file.attributes().size() + file.blocks().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = ~x\n", "a = x; b = 1\n", "a = \"${x ~ }\"\n", "a = @x\n", "a = $x\n"})
    void whatTerraformRefusesIsRefused(String text) {
        DocumentException refusal = catchThrowableOfType(DocumentException.class, () -> HclFile.parse(text));

        assertThat(refusal.diagnostic().code()).isEqualTo("hcl.syntax");
        assertThat(refusal.diagnostic().hint()).isEqualTo("Correct the line.");
    }

    @Test
    void anOddBlankIsShown() {
        DocumentException refusal = catchThrowableOfType(DocumentException.class, () -> HclFile.parse("a =\u00a01\n"));

        assertThat(refusal.diagnostic().message()).isEqualTo("Terraform does not expect \"U+00A0\" here.");
    }
}
