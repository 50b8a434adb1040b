package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads whose YAML file cannot be read: the line, what is wrong, and what to do. */
class YamlFaultTest {

    private static DocumentException fault(String text) {
        return catchThrowableOfType(DocumentException.class, () -> YamlDocument.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
            a: 1\\n---\\nb: 2\\n   # 2 # A second document starts here. Keep one document in this file.
            a: 1\\nb: *x\\n        # 2 # The alias '*x' has no anchor before it. Declare '&x' or remove the alias.
            a: &x\\n- *x\\n        # 2 # The alias '*x' refers to what it stands in. Remove it.
            a: &x 1\\nb: &x 2\\n   # 2 # The anchor 'x' is declared twice, which PyYAML refuses. Rename one.
            \\na: &é 1\\n          # 2 # Not every reader takes the anchor 'é'. Use letters without accents, digits, '-' and '_' only.
            \\na: [b?c]\\n         # 2 # Not every reader takes a question mark without quotes between brackets. Quote the text.
            \\na: {{ x }}\\n       # 2 # A key is a collection, an alias or has a tag. Quote the text if it is a template such as {{ x }}.
            a: 1\\n<<: 2\\n        # 2 # Only a mapping can be merged with <<. Name the anchor of one.
            \\na: b\\tc\\n         # 2 # A tab stands outside quotes and comments. Write spaces instead.
            \\na: 1\\rb: 2\\n      # 2 # A carriage return stands alone here; some readers take it as a line end. Save the file with LF or CRLF line ends.
            \\na: b: c\\n          # 2 # This is not YAML (mapping values are not allowed here). Mend it first.
            - a\\nb: 1\\n          # 2 # This is not YAML (expected <block end>, but found '?'). Mend it first.
            """)
    void aFaultNamesItsLineAndTheWayOut(String text, int line, String message) {
        DocumentException fault = fault(text.translateEscapes());

        assertThat(fault.diagnostic().line()).isEqualTo(line);
        assertThat(fault).hasMessage(message);
    }

    @Test
    void aCharacterThatCannotBeSeenIsNamedByItsNumber() {
        DocumentException fault = fault("a: 1\n# \u2028\n");

        assertThat(fault.diagnostic().line()).isEqualTo(2);
        assertThat(fault).hasMessageStartingWith("The invisible character U+2028 is a line break or a mark");
    }

    @Test
    void aCharacterThatYamlForbidsIsNamedByItsNumber() {
        DocumentException fault = fault("a: 1\nb: 🚀\nc: \u0001\n");

        assertThat(fault.diagnostic().line()).isEqualTo(3);
        assertThat(fault).hasMessage("This is not YAML (the character U+0001 is not allowed). Mend it first.");
    }

    @Test
    void aNestingTooDeepSaysHowDeepAFileMayBe() {
        assertThat(fault("[".repeat(201) + "]".repeat(201)))
                .hasMessage("This is nested more than 200 levels deep. Flatten it.");
    }

    @Test
    void twoHundredLevelsAreReadable() {
        assertThat(YamlDocument.parse("[".repeat(200) + "]".repeat(200)).root()).isPresent();
    }
}
