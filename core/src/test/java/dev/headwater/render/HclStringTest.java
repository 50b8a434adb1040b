package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HclStringTest {

    @Test
    void harmlessTextOnlyGetsQuotes() {
        assertThat(HclString.encode("CRM of São Paulo: it's 100% /ok/")).isEqualTo("""
                "CRM of São Paulo: it's 100% /ok/\"""");
    }

    @Test
    void aQuoteDoesNotEndTheString() {
        assertThat(HclString.encode("""
                a "b" c""")).isEqualTo("""
                "a \\"b\\" c\"""");
    }

    @Test
    void aBackslashEscapesNothing() {
        assertThat(HclString.encode("C:\\new")).isEqualTo("""
                "C:\\\\new\"""");
    }

    @Test
    void lineEndsAndTabsAreEscapesBecauseTerraformRefusesThemRaw() {
        assertThat(HclString.encode("a\r\n\tb")).isEqualTo("""
                "a\\r\\n\\tb\"""");
    }

    @Test
    void anInterpolationStaysText() {
        assertThat(HclString.encode("${var.secret}")).isEqualTo("""
                "$${var.secret}\"""");
    }

    @Test
    void aDirectiveStaysText() {
        assertThat(HclString.encode("%{ if true }x%{ endif }")).isEqualTo("""
                "%%{ if true }x%%{ endif }\"""");
    }

    @Test
    void onlyTheSignRightBeforeTheBraceIsDoubled() {
        assertThat(HclString.encode("$${x}")).isEqualTo("""
                "$$${x}\"""");
    }

    @Test
    void aSignWithoutABraceOpensNothing() {
        assertThat(HclString.encode("$5, 100%, { }, $")).isEqualTo("""
                "$5, 100%, { }, $\"""");
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(HclString.encode("\0\u001B\u0085\u00A0\u200B\u2028\uFEFF")).isEqualTo("""
                "\\u0000\\u001b\\u0085\\u00a0\\u200b\\u2028\\ufeff\"""");
    }

    @Test
    void anEmojiIsNotSplitIntoSurrogateEscapesWhichTerraformRefuses() {
        assertThat(HclString.encode("👩\u200D💻")).isEqualTo("\"👩\u200D💻\"");
    }

    @Test
    void halfACharacterIsRefusedBecauseTerraformHasNoEscapeForIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HclString.encode("a\uDBFF"))
                .withMessage("HCL cannot hold the character U+DBFF at index 1; remove it.");
    }

    @Test
    void moreMarksInARowThanTerraformKeepsAreRefused() {
        assertThat(HclString.encode("x" + "\u0316".repeat(30))).hasSize(33);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HclString.encode("\u00E9" + "\u0301".repeat(30)))
                .withMessage("HCL cannot hold more than 30 combining marks in a row; remove some.");
    }

    @Test
    void lettersAreComposedAsTerraformWouldReadThemAnyway() {
        assertThat(HclString.encode("Cafe\u0301")).isEqualTo("\"Caf\u00E9\"");
    }
}
