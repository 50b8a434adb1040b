package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonStringTest {

    @Test
    void harmlessTextOnlyGetsQuotes() {
        assertThat(JsonString.encode("CRM of São Paulo: it's /ok/ {{ x }}")).isEqualTo("""
                "CRM of São Paulo: it's /ok/ {{ x }}\"""");
    }

    @Test
    void quotesAndBackslashesDoNotEndTheString() {
        assertThat(JsonString.encode("\"\\")).isEqualTo("""
                "\\"\\\\\"""");
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(JsonString.encode("\0\t\n\r\u007F\u0085\u00A0\u2028\uFEFF")).isEqualTo("""
                "\\u0000\\t\\n\\r\\u007F\\u0085\\u00a0\\u2028\\ufeff\"""");
    }

    @Test
    void halvesOfCharactersAreCarried() {
        assertThat(JsonString.encode("\uD800 \uD83D\uDE00")).isEqualTo("""
                "\\ud800 \\ud83d\\ude00\"""");
    }
}
