package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One hard thing a file; {@code cases.tsv} says whether Terraform reads it. */
class HclFixturesTest {

    private static final String BLOCK = """
            # crm
            module "crm" {
              source = "../modules/db"

              roles = [
                module.user_svc_crm.user_default_role,
              ]
            }
            """;

    @TestFactory
    List<DynamicTest> everyFixtureGivesWhatItsCaseSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : text("cases.tsv").lines().toList()) {
            String[] fields = line.split("\t", -1);
            tests.add(DynamicTest.dynamicTest(fields[0] + " " + fields[2], () -> {
                if (fields[1].equals("ok")) {
                    takesABlock(text(fields[0]));
                    takesParts(text(fields[0]));
                } else {
                    isRefused(text(fields[0]), fields[1]);
                }
            }));
        }
        assertThat(tests).hasSize(50);
        return tests;
    }

    private static void takesABlock(String before) {
        HclFile file = HclFile.parse(before);
        HclEditor editor = new HclEditor(file);
        editor.addBlock(BLOCK);
        String after = editor.edited();
        assertThat(after).startsWith(before.stripTrailing());
        HclFile again = HclFile.parse(after);
        assertThat(again.blocks()).hasSize(file.blocks().size() + 1);
        assertThat(again.blocks().get(file.blocks().size()).is("module", List.of("crm")))
                .isTrue();
    }

    /** In each block that is not on one line; what was there keeps its order and its bytes. */
    private static void takesParts(String before) {
        for (HclBlock block : HclFile.parse(before).blocks()) {
            HclEditor nested = new HclEditor(HclFile.parse(before));
            try {
                nested.addNested(block, "queue {\n  id = \"crm\"\n}\n");
            } catch (DocumentException onOneLine) {
                assertThat(onOneLine.diagnostic().code()).isEqualTo("hcl.one-line-block");
                continue;
            }
            assertThat(nested.edited().length()).isGreaterThan(before.length());
            assertThat(withoutBlanks(nested.edited()))
                    .contains(withoutBlanks(before.substring(0, block.end() - 1)))
                    .endsWith(withoutBlanks(before.substring(block.end() - 1)));
            for (HclAttribute list : block.attributes()) {
                if (list.expression().startsWith("[") && list.value() instanceof ListValue) {
                    HclEditor element = new HclEditor(HclFile.parse(before));
                    element.addElement(list, "module.crm.role");
                    if (list.expression().contains("<<")) {
                        assertThatThrownBy(element::edited).hasMessageContaining("cannot be added for certain");
                    } else {
                        assertThat(element.edited()).startsWith(before.substring(0, list.valueStart() + 1));
                        assertThat(element.edited()).endsWith(before.substring(list.end() - 1));
                    }
                }
            }
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static void isRefused(String text, String code) {
        DocumentException refusal = catchThrowableOfType(DocumentException.class, () -> HclFile.parse(text));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.diagnostic().code()).isEqualTo(code);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = HclFixturesTest.class.getResourceAsStream("/fixtures/hcl/" + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
