package dev.headwater.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two blocks with one folded text differ in nothing but layout. */
class HclFoldedTest {

    private static String folded(String text) {
        HclFile file = HclFile.parse(text);
        return file.folded(file.blocks().get(0));
    }

    @Test
    void alignmentIndentationAndBlankLinesDoNotCount() {
        assertThat(folded("""
                module "a"   {
                      source = "x"

                  name   =   "y"
                }
                """)).isEqualTo("""
                module "a" {
                source = "x"
                name = "y"
                }
                """);
    }

    @Test
    void lineEndsOfWindowsDoNotCount() {
        assertThat(folded("a {\r\n  x = 1\r\n}\r\n")).isEqualTo(folded("a {\n  x = 1\n}\n"));
    }

    @Test
    void tabsDoNotCount() {
        assertThat(folded("a {\n\tx\t=\t1\n}\n")).isEqualTo(folded("a {\n  x = 1\n}\n"));
    }

    @Test
    void theEndOfTheFileDoesNotCount() {
        assertThat(folded("a {\n}")).isEqualTo(folded("a {\n}\n\n\n"));
    }

    @Test
    void whiteSpaceInAStringCounts() {
        assertThat(folded("a {\n  x = \"1  2\"\n}\n")).isNotEqualTo(folded("a {\n  x = \"1 2\"\n}\n"));
    }

    @Test
    void whiteSpaceAndBlankLinesInAHeredocCount() {
        String heredoc = """
                a {
                  x = <<SQL
                    select  1

                    from t
                SQL
                }
                """;

        assertThat(folded(heredoc)).contains("    select  1\n\n    from t\n");
    }

    @Test
    void aBreakWithinAListCountsBecauseTerraformKeepsIt() {
        assertThat(folded("a {\n  x = [1, 2]\n}\n")).isNotEqualTo(folded("a {\n  x = [\n    1, 2]\n}\n"));
    }

    @Test
    void aCommentInTheBlockCounts() {
        assertThat(folded("a {\n  x = 1 # why\n}\n")).isNotEqualTo(folded("a {\n  x = 1\n}\n"));
    }

    @Test
    void whatStandsAroundTheBlockDoesNotCount() {
        assertThat(folded("# above\na {\n}\n# below\n")).isEqualTo(folded("a {\n}\n"));
    }
}
