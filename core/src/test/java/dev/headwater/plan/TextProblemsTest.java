package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts from people go into YAML, Python, SQL, Markdown and HCL; what one of them cannot carry is a problem. */
class TextProblemsTest {

    private static Problem uncarried(String character, String path) {
        return Problem.of(
                "text.character",
                path,
                "The text holds the character " + character + ", which not every target can carry.",
                "Remove it; line breaks are \\n.");
    }

    private static Problem severalLines(String path) {
        return Problem.of("text.line", path, "The text has a line break or a tab.", "Write it on one line.");
    }

    @ParameterizedTest
    @CsvSource({
        "\\0, U+0000",
        "\\r, U+000D",
        "\\33, U+001B",
        "\u0085, U+0085",
        "\u2028, U+2028",
        "\u2029, U+2029",
        "\uFEFF, U+FEFF",
        "\uFFFF, U+FFFF"
    })
    void aCharacterThatNotEveryTargetCarriesIsNamedByItsNumber(String escaped, String name) {
        assertThat(SmallPlan.table(table -> table.description("One" + escaped.translateEscapes() + "row."))
                        .problems())
                .containsExactly(uncarried(name, "sources[0].tables[0].description"));
    }

    @Test
    void halfAnEmojiIsNoText() {
        assertThat(SmallPlan.table(table -> table.description("One row \uD83D."))
                        .problems())
                .containsExactly(uncarried("U+D83D", "sources[0].tables[0].description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"One row.\n\nOr two.", "a\tb", "👩\u200D💻", "größe, 日本", "\"' {{ x }} ${y} <b> `"})
    void everyOtherCharacterIsCarried(String description) {
        assertThat(SmallPlan.table(table -> table.description(description)).problems())
                .isEmpty();
    }

    @Test
    void theDescriptionOfAColumnIsJudgedAsWell() {
        assertThat(SmallPlan.column(
                                "email",
                                column -> column.type(ColumnType.STRING).description("E-mail\u2028address."))
                        .problems())
                .containsExactly(uncarried("U+2028", "sources[0].tables[0].columns[0].description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The\nCRM", "The\tCRM"})
    void aDisplayNameStandsOnOneLine(String name) {
        assertThat(SmallPlan.source(source -> source.displayName(name)).problems())
                .containsExactly(severalLines("sources[0].displayName"));
    }

    @Test
    void aRawFieldStandsOnOneLine() {
        assertThat(SmallPlan.column("email", column -> column.from("e\nmail").type(ColumnType.STRING))
                        .problems())
                .containsExactly(severalLines("sources[0].tables[0].columns[0].from"));
    }
}
