package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PythonStringTest {

    @Test
    void textStandsInDoubleQuotes() {
        assertThat(PythonString.encode("São Paulo, it's {fine}")).isEqualTo("""
                "São Paulo, it's {fine}\"""");
    }

    @Test
    void singleQuotesServeWhereTheyNeedFewerEscapes() {
        assertThat(PythonString.encode("""
                say "hi\"""")).isEqualTo("""
                'say "hi"'""");
    }

    @Test
    void asManyQuotesOfEachKindAreEscapedInDoubleOnes() {
        assertThat(PythonString.encode("\"'")).isEqualTo("""
                "\\"'\"""");
    }

    @Test
    void theQuoteThatStandsAroundTheTextIsEscaped() {
        assertThat(PythonString.encode("\"a\" 'b")).isEqualTo("""
                '"a" \\'b'""");
    }

    @Test
    void aBackslashEscapesNothing() {
        assertThat(PythonString.encode("\\d+\\")).isEqualTo("""
                "\\\\d+\\\\\"""");
    }

    @Test
    void lineEndsAndTabsAreEscapes() {
        assertThat(PythonString.encode("a\r\n\tb")).isEqualTo("""
                "a\\r\\n\\tb\"""");
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(PythonString.encode("\0\u0085\u00A0\u200B\u2028\uFEFF")).isEqualTo("""
                "\\u0000\\u0085\\u00a0\\u200b\\u2028\\ufeff\"""");
    }

    @Test
    void aDocstringIsNotEndedByQuotes() {
        assertThat(PythonString.docstring("""
                The "CRM\"""\"""")).isEqualTo("The 'CRM''''");
    }

    @Test
    void aDocstringIsNotEndedByABackslashBeforeItsQuotes() {
        assertThat(PythonString.docstring("C:\\")).isEqualTo("C:\\\\");
    }

    @Test
    void aDocstringStartsAndEndsWithItsText() {
        assertThat(PythonString.docstring("  CRM \n")).isEqualTo("CRM");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PythonString.encode("a\uD800"))
                .withMessageContaining("Python cannot hold the character U+D800 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PythonString.docstring("a\uD800"))
                .withMessageContaining("Python cannot hold the character U+D800 at index 1");
    }
}
