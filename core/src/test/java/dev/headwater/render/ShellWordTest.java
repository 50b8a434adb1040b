package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
                "é",
                "=ls"
            })
    void whatAShellWouldActUponStandsInSingleQuotes(String text) {
        assertThat(ShellWord.encode(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void aSingleQuoteStandsOutsideTheQuotesWithABackslash() {
        assertThat(ShellWord.encode("it's")).isEqualTo("'it'\\''s'");
    }

    @Test
    void nulAndHalfACharacterAreRefusedBecauseNoArgumentHoldsThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShellWord.encode("a\0"))
                .withMessage("A shell's word cannot hold the character U+0000 at index 1; remove it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShellWord.encode("\uD83D\uDE00\uDE00"))
                .withMessage("A shell's word cannot hold the character U+DE00 at index 2; remove it.");
    }

    @Test
    void noTextIsStillAWord() {
        assertThat(ShellWord.encode("")).isEqualTo("''");
    }
}
