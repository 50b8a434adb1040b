package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "flows/x.py:daily_flow", "--all", "a=b", "me@host", "50%", "1,2+3-4"})
    void whatNoShellReadsOtherwiseStaysBare(String text) {
        assertThat(ShellWord.encode(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "$HOME",
                "`id`",
                "$(id)",
                "a;b",
                "a|b",
                "a&b",
                "a>b",
                "a<b",
                "*",
                "?",
                "[a]",
                "{a,b}",
                "~",
                "#x",
                "!x",
                "\"",
                "\\",
                "(a)",
                "a\nb",
                "a\tb",
                "é"
            })
    void whatAShellWouldActUponStandsInSingleQuotes(String text) {
        assertThat(ShellWord.encode(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void aSingleQuoteStandsOutsideTheQuotesWithABackslash() {
        assertThat(ShellWord.encode("it's")).isEqualTo("'it'\\''s'");
    }

    @Test
    void noTextIsStillAWord() {
        assertThat(ShellWord.encode("")).isEqualTo("''");
    }
}
