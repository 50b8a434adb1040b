package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads whose Terraform file cannot be read: the line, what is wrong, and what to do. */
class HclFaultTest {

    private static DocumentException fault(String text) {
        return catchThrowableOfType(DocumentException.class, () -> HclFile.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            \\na = 1 b = 2\\n        | 2 | missing-newline      | Two attributes share a line. Put each on a line of its own.
            \\na {} b {}\\n          | 2 | missing-newline      | The line must end after "a". Break it.
            a = 1\\n\\na = 2\\n      | 3 | duplicate-attribute  | "a" is set twice. Remove one.
            \\na {\\n\\n             | 2 | unterminated-block   | The block has no closing brace. Add it.
            \\na { x = 1\\n}         | 2 | syntax               | Terraform does not expect
            \\na = "x\\n"            | 2 | unterminated-string  | The string has no closing quote on its line. Add it.
            \\na "b\\n" {}           | 2 | unterminated-string  | The label has no closing quote. Add it.
            \\na = "${x\\n           | 2 | unterminated-string  | The template has no closing brace. Add it.
            \\na = <<SQL\\nx\\nSQL   | 2 | unterminated-heredoc | The heredoc has no line SQL at its end. Add it.
            \\na = <<SQL x\\nSQL\\n  | 2 | syntax               | The line must end after the heredoc's marker SQL.
            a = 1\\n/* x\\n\\n       | 2 | unterminated-comment | The comment has no end. Close it with */.
            a = [\\n  (1]\\n]\\n     | 2 | bracket-mismatch     | "(" is closed by "]". Correct one of them.
            \\na = [\\n  f(1),\\n    | 2 | unterminated-bracket | "[" is never closed. Close it.
            \\na "${x}" {}\\n        | 2 | syntax               | A label holds no template. Write it out.
            \\na { b = 1 c = 2 }\\n  | 2 | syntax               | A one-line block holds one attribute. Break it into lines.
            a = 1\\n}\\n             | 2 | syntax               | Terraform does not expect "}" here. Correct the line.
            \\na = 'x'\\n            | 2 | syntax               | Terraform does not expect "'" here. Correct the line.
            \\na = “x”\\n            | 2 | syntax               | Terraform does not expect "“" here. Correct the line.
            \\n😀 = 1\\n             | 2 | syntax               | Terraform does not expect "😀" here. Correct the line.
            \\n"a": 1\\n             | 2 | syntax               | Terraform does not expect \"\"\" here. Correct the line.
            a = 1\\n<<<<<<< HEAD\\n  | 2 | syntax               | Terraform does not expect "<" here. Correct the line.
            \\na                     | 2 | syntax               | Terraform does not expect the end of the file here. Correct the line.
            """)
    void aFaultNamesItsLineAndTheWayOut(String text, int line, String code, String message) {
        DocumentException fault = fault(text.translateEscapes());

        assertThat(fault.diagnostic().line()).isEqualTo(line);
        assertThat(fault.diagnostic().code()).isEqualTo("hcl." + code);
        assertThat(fault).hasMessageStartingWith(message);
    }

    @Test
    void aFileOfOldMacLineEndsIsNotOneLongLine() {
        assertThat(fault("a = 1\rb = 2\r").diagnostic().code()).isEqualTo("hcl.syntax");
    }

    @Test
    void aByteOrderMarkInTheMiddleIsRefusedWhereItStands() {
        assertThat(fault("a = 1\n\uFEFFb = 2\n").diagnostic().line()).isEqualTo(2);
    }

    @Test
    void blocksAreNestedAHundredDeepAtMost() {
        String deep = "x {\n".repeat(100) + "}\n".repeat(100);

        assertThat(HclFile.parse(deep).blocks()).hasSize(1);
        assertThat(fault("x {\n" + deep + "}\n")).hasMessage("Blocks are nested more than 100 deep. Simplify them.");
    }

    @Test
    void templatesAreNestedAHundredDeepAtMost() {
        assertThat(fault("a = " + "\"${".repeat(101) + "x" + "}\"".repeat(101) + "\n"))
                .hasMessage("Templates are nested more than 100 deep. Simplify them.");
    }
}
