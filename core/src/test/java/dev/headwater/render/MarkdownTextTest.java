package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            *bold*       # \\*bold\\*
            [a](b)       # \\[a\\](b)
            `code`       # \\`code\\`
            <b>x</b>     # \\<b\\>x\\</b\\>
            &amp; x      # \\&amp; x
            a | b        # a \\| b
            ~gone~       # \\~gone\\~
            a\\b         # a\\\\b
            _emphasis_   # \\_emphasis\\_
            """)
    void whatMeansSomethingToMarkdownIsShown(String text, String markdown) {
        assertThat(MarkdownText.inline(text)).isEqualTo(markdown);
    }

    @Test
    void anUnderscoreInsideAWordMeansNothingAndStaysReadable() {
        assertThat(MarkdownText.inline("stg_größe_2024")).isEqualTo("stg_größe_2024");
    }

    @Test
    void twoUnderscoresAreEscapedBecauseNeitherStandsBetweenLetters() {
        assertThat(MarkdownText.inline("stg_dlt__contacts")).isEqualTo("stg_dlt\\_\\_contacts");
    }

    @Test
    void aLineBreakBecomesASpaceSoThatNoHeadingBegins() {
        assertThat(MarkdownText.inline("a\n# b")).isEqualTo("a # b");
    }

    @Test
    void aNumberSignAtTheEndDoesNotCloseAHeading() {
        assertThat(MarkdownText.inline("Sector 7 #")).isEqualTo("Sector 7 \\#");
        assertThat(MarkdownText.inline("a ##")).isEqualTo("a \\##");
        assertThat(MarkdownText.inline("C#")).isEqualTo("C#");
    }

    @Test
    void codeStandsBetweenTicks() {
        assertThat(MarkdownText.code("a*b&c\\")).isEqualTo("`a*b&c\\`");
    }

    @Test
    void codeWithTicksStandsBetweenMoreTicks() {
        assertThat(MarkdownText.code("a`b``c")).isEqualTo("``` a`b``c ```");
    }

    @Test
    void aTickAtTheEdgeDoesNotJoinTheTicksAround() {
        assertThat(MarkdownText.code("`")).isEqualTo("`` ` ``");
    }

    @Test
    void codeWithoutTextIsStillACodeSpan() {
        assertThat(MarkdownText.code("")).isEqualTo("` `");
    }

    @Test
    void codeWithABarIsHtmlBecauseTheBarWouldEndACell() {
        assertThat(MarkdownText.code("a|*b*")).isEqualTo("<code>a\\|\\*b\\*</code>");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {" ,` `", "   ,`   `", " a,`  a `", "a ,` a  `"})
    void blanksInCodeAreKept(String text, String markdown) {
        assertThat(MarkdownText.code(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            # x      ~ \\# x
            ===      ~ \\===
            - x      ~ \\- x
            ---      ~ \\---
            + x      ~ \\+ x
            1. x     ~ 1\\. x
            23) x    ~ 23\\) x
            1x. #x   ~ 1x. #x
            a - b    ~ a - b
            """)
    void nothingAtTheBeginningOpensAHeadingAListOrARule(String text, String markdown) {
        assertThat(MarkdownText.inline(text)).isEqualTo(markdown);
    }

    @Test
    void blanksAtTheEndsAreWrittenOutBecauseReadersTakeThemOff() {
        assertThat(MarkdownText.inline("    a b\t")).isEqualTo("&#32;   a b&#9;");
        assertThat(MarkdownText.inline("\u3000a\uFEFF")).isEqualTo("&#12288;a&#65279;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001B", "\u0085", "\uD800"})
    void whatNobodyCanSeeIsShownAsUnknown(String hidden) {
        assertThat(MarkdownText.inline("a" + hidden + "b")).isEqualTo("a\uFFFDb");
        assertThat(MarkdownText.code("a" + hidden + "b")).isEqualTo("`a\uFFFDb`");
    }

    @Test
    void aLineBreakInCodeBecomesASpace() {
        assertThat(MarkdownText.code("a\nb")).isEqualTo("`a b`");
    }
}
