package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void codeStandsBetweenTicks() {
        assertThat(MarkdownText.code("a*b|c\\")).isEqualTo("`a*b|c\\`");
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
        assertThat(MarkdownText.code("")).isEqualTo("`  `");
    }

    @Test
    void aLineBreakInCodeBecomesASpace() {
        assertThat(MarkdownText.code("a\nb")).isEqualTo("`a b`");
    }
}
