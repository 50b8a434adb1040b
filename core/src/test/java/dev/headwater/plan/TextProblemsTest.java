package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.RestApi;
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
    void moreMarksInARowThanTerraformKeepsAreAProblem() {
        assertThat(SmallPlan.source(source -> source.displayName("x" + "\u0316".repeat(30)))
                        .problems())
                .isEmpty();
        assertThat(SmallPlan.source(source -> source.displayName("x" + "\u0316".repeat(31)))
                        .problems())
                .containsExactly(Problem.of(
                        "text.character",
                        "sources[0].displayName",
                        "The text has more than 30 combining marks in a row, which not every target can carry.",
                        "Remove some."));
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

    /** "Credentials of ", the name and a full stop have 16 characters more than the name. */
    @Test
    void aDisplayNameThatIsTooLongForTheDescriptionOfItsSecretIsAProblem() {
        assertThat(displayed("n".repeat(2032)).problems()).isEmpty();
        assertThat(displayed("n".repeat(2033)).problems())
                .containsExactly(Problem.of(
                        "text.length",
                        "sources[0].displayName",
                        "The description of its secret on AWS would have 2049 characters; it may have 2048.",
                        "Shorten the display name by 1 characters."));
    }

    @Test
    void anEmojiIsOneCharacterOfADescriptionOnAws() {
        assertThat(displayed("👩".repeat(2032)).problems()).isEmpty();
    }

    private static DataSourcePlan.Builder displayed(String name) {
        RestApi api = RestApi.at("https://api.example.com/", settings -> settings.bearerToken(Secret.named("token")));
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source("crm", api, source -> source.displayName(name).table("contacts", SmallPlan::contacts));
    }

    @Test
    void aSourceWithoutSecretsHasNoDescriptionOnAws() {
        assertThat(SmallPlan.source(source -> source.displayName("n".repeat(3000)))
                        .problems())
                .isEmpty();
    }

    @Test
    void descriptionsThatDoNotFitIntoOneStatementForSnowflakeAreAProblem() {
        assertThat(describedBy(499_990).problems()).isEmpty();
        assertThat(describedBy(500_001).problems())
                .containsExactly(Problem.of(
                        "text.length",
                        "sources[0].tables[0].description",
                        "The descriptions of the table and its columns have 1000004 bytes; a statement for Snowflake, where"
                                + " dbt may persist them as comments, may have 1000000.",
                        "Shorten them by 4 bytes."));
    }

    /** An é has two bytes. */
    private static DataSourcePlan.Builder describedBy(int letters) {
        return SmallPlan.table(table -> table.description("é")
                .column("email", column -> column.type(ColumnType.STRING).description("é".repeat(letters))));
    }

    @Test
    void allCharactersThatATargetCannotCarryAreNamedAtOnce() {
        assertThat(SmallPlan.table(table -> table.description("a\u0007b\u000Bc\u2028d\u0007"))
                        .problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The text holds the characters U+0007, U+000B, U+2028, which not every target can carry.");
    }
}
