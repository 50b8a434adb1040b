package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However deep a file is nested, it is read or refused with its line; no stack overflows. */
class DeepFilesTest {

    private static final int[] DEPTHS = {1_000, 100_000};

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a = | {a=       | 1 | }
            a = | [         | 1 | ]
            a = | f(        | 1 | )
            a = | "${       | 1 | }"
            a = | "${[      | 1 | ]}"
            a = | %{        | 1 | }
            ~~  | b {\\n    | 1 | }\\n
            ~~  | b "${[    | 1 | ]}" {}
            a = | <<E\\n${  | 1 | }\\nE\\n
            """)
    void terraformIsReadOrRefused(String start, String opening, String middle, String closing) {
        for (int depth : DEPTHS) {
            String text = "\n" + start + opening.translateEscapes().repeat(depth) + middle
                    + closing.translateEscapes().repeat(depth) + "\n";
            Throwable fault = catchThrowable(() -> HclFile.parse(text));
            assertThat(fault).isInstanceOf(DocumentException.class);
            assertThat(((DocumentException) fault).diagnostic().line()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {a: | 1 | }
            [   | 1 | ]
            ~- ~| 1 | ~~
            ~? ~| 1 | ~~
            ~- a: &x{}\\n~  | 1 | ~~
            """)
    void yamlIsReadOrRefused(String opening, String middle, String closing) {
        for (int depth : DEPTHS) {
            String text = "\n" + opening.translateEscapes().repeat(depth) + middle + closing.repeat(depth) + "\n";
            Throwable fault = catchThrowable(() -> YamlDocument.parse(text));
            assertThat(fault).isInstanceOf(DocumentException.class);
            assertThat(((DocumentException) fault).diagnostic().line()).isPositive();
        }
    }

    @Test
    void aValueIsNestedAHundredDeepAtMostHoweverItMixesBracketsAndTemplates() {
        String fits = "a = " + "[\"${".repeat(50) + "x" + "}\"]".repeat(50) + "\n";
        assertThat(HclFile.parse(fits).attributes().get(0).value().text()).isNotEmpty();

        String tooDeep = fits.replace("x", "\n{}");
        DocumentException fault = (DocumentException) catchThrowable(() -> HclFile.parse(tooDeep));
        assertThat(fault.diagnostic().code()).isEqualTo("hcl.too-deep");
        assertThat(fault.diagnostic().line()).isEqualTo(2);
        assertThat(fault).hasMessage("Brackets and templates are nested more than 100 deep. Simplify them.");
    }

    @Test
    void whatStandsSideBySideIsNotDeep() {
        String wide = "a = [" + "{b = \"${[1]}\"},".repeat(10_000) + "]\n";

        assertThat(((HclExpression.ListValue)
                                HclFile.parse(wide).attributes().get(0).value())
                        .elements())
                .hasSize(10_000);
    }
}
