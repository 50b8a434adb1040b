package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headwater.document.DocumentException;
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
