package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStringTest {

    @Test
    void textStandsInSingleQuotes() {
        assertThat(SqlString.encode("it's -- /* \"$$\"")).isEqualTo("'it''s -- /* \"$$\"'");
    }

    @Test
    void noTextIsStillAString() {
        assertThat(SqlString.encode("")).isEqualTo("''");
    }

    @Test
    void aBackslashStandsBetweenDollarSignsWhereSnowflakeDoesNotReadItAsAnEscape() {
        assertThat(SqlString.encode("C:\\new 'x'")).isEqualTo("$$C:\\new 'x'$$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ $$ x", "\\$", "$\\"})
    void aBackslashBesideDollarSignsIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlString.encode(text))
                .withMessage(
                        "Snowflake and DuckDB have no literal in common for a text with a backslash and $$, or $ at"
                                + " an end; join two.");
    }

    @Test
    void aSingleDollarSignInTheMiddleIsNotRefused() {
        assertThat(SqlString.encode("a$b\\")).isEqualTo("$$a$b\\$$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\uDFFF"})
    void whatSqlCannotHoldIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlString.encode(text))
                .withMessageStartingWith("SQL cannot hold the character U+");
    }
}
