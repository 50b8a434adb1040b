package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person may write a block of ours in another way and add to it; what we want in it must stay there. */
class HclDifferenceTest {

    private static final String WANTED = """
            module "crm" {
              source = "../modules/db"
              name   = "CRM"

              roles = [
                module.user_svc_crm.user_default_role,
                local.reader,
              ]

              queue {
                id = "crm"
              }
            }
            """;

    private static List<String> between(String wanted, String present) {
        return HclDifference.between(block(wanted), block(present));
    }

    private static HclBlock block(String text) {
        return HclFile.parse(text).blocks().get(0);
    }

    @Test
    void layoutCommentsOrderAndWhatAPersonAddsAreNobodysBusiness() {
        assertThat(between(WANTED, """
                module "crm" {
                  # the CRM
                  name = ("CRM") // upper case
                  roles = [module.user_svc_crm.user_default_role /* writer */, local.reader]
                  schema_is_transient = true

                  queue {
                    id = "theirs"
                  }
                  queue {
                    id    = "${"crm"}"
                    extra = 1
                  }
                  lifecycle {
                    prevent_destroy = true
                  }
                  source = "../modules/db"
                }
                """)).isEmpty();
    }

    @Test
    void anAttributeThatDiffersIsNamedWithItsLineAndBothValues() {
        assertThat(between(WANTED, WANTED.replace("\"CRM\"", "\"ERP\"")))
                .containsExactly("\"name\" in line 3 is \"ERP\", not \"CRM\"");
    }

    @Test
    void anAttributeThatIsMissingIsNamedWithWhatItShouldSay() {
        assertThat(between(WANTED, WANTED.replace("  name   = \"CRM\"\n", "")))
                .containsExactly("\"name\" is missing, which should be \"CRM\"");
    }

    @Test
    void elementsThatSomebodyAddedAreNobodysBusiness() {
        assertThat(between("m {\n a = [1, 2]\n}", "m {\n a = [0, 1, /* x */ 3, 2, 4]\n}"))
                .isEmpty();
        assertThat(between("m {\n a = []\n}", "m {\n a = [1]\n}")).hasSize(1);
    }

    @Test
    void theOrderOfAListCounts() {
        assertThat(between("m {\n a = [1, 2]\n}", "m {\n a = [2, 1]\n}"))
                .containsExactly("\"a\" in line 2 is [2, 1], not [1, 2]");
    }

    @Test
    void aNestedBlockIsNamedWithItsLine() {
        assertThat(between(WANTED, WANTED.replace("id = \"crm\"", "id = \"erp\"")))
                .containsExactly("\"id\" in line 11 is \"erp\", not \"crm\" (in the block \"queue\" of line 10)");
        assertThat(between("m {\n  queue {\n  }\n}", "m {\n}")).containsExactly("the block \"queue\" is missing");
    }

    @Test
    void nestedBlocksKeepTheirOrder() {
        String wanted = "m {\n  r {\n a = 1\n}\n  r {\n a = 2\n}\n}";

        assertThat(between(wanted, "m {\n  r {\n a = 1\n}\n r {\n a = 3\n}\n  r {\n a = 2\n}\n}"))
                .isEmpty();
        assertThat(between(wanted, "m {\n  r {\n a = 2\n}\n  r {\n a = 1\n}\n}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2,]|[1, 2]",
                "[\\n  1, # one\\n  2\\n]|[1, 2]",
                "f(a,b)|f( a, b )",
                "(a)|a",
                "[(a)]|[a]",
                "{a = 1, b = 2}|{\\n b : 2\\n \"a\" = 1\\n}",
                "a+b|a + b",
                "{for k, v in x : k => v}|{\\n  for k, v in x :\\n  k => v\\n}",
                "\"${a}\"|a",
                "\"x-${ a }\"|\"x-${a}\"",
                "\"%{if x}y%{endif}\"|\"%{ if x }y%{ endif }\"",
                "<<E\\n${ a }\\nE|<<E\\n${a}\\nE",
                "[]|[\\n]",
                "{}|{\\n}",
                "1-2|1 - 2",
                "<<E\\nx\\nE|<<E\\nx\\nE"
            })
    void equalValues(String one, String other) {
        String wanted = "m {\n  a = " + one.replace("\\n", "\n") + "\n}";
        String present = "m {\n  a = " + other.replace("\\n", "\n") + "\n}";

        assertThat(between(wanted, present)).isEmpty();
        assertThat(between(present, wanted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|\"1\"",
                "a-b|a - b",
                "[1, 2, 3]|[1, 2]",
                "[a]|a",
                "{(a) = 1}|{a = 1}",
                "\"a b\"|\"a  b\"",
                "\"x${~ a}\"|\"x${a}\"",
                "f(a)|f (a, b)",
                "(a + b) * c|a + b * c",
                "\"# x\"|\"\""
            })
    void otherValues(String one, String other) {
        assertThat(between("m {\n  a = " + one + "\n}", "m {\n  a = " + other + "\n}"))
                .hasSize(1);
    }
}
