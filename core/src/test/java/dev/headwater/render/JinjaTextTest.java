package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JinjaTextTest {

    @Test
    void anExpressionIsShownInsteadOfVanishing() {
        assertThat(JinjaText.encode("Hello {{ name }}")).isEqualTo("Hello {{ '{{' }} name }}");
    }

    @Test
    void aStatementIsShownInsteadOfBreakingTheProject() {
        assertThat(JinjaText.encode("{% foo %}")).isEqualTo("{{ '{%' }} foo %}");
    }

    @Test
    void aCommentIsShownInsteadOfHidingTheRest() {
        assertThat(JinjaText.encode("Amount {# in cents")).isEqualTo("Amount {{ '{#' }} in cents");
    }

    @Test
    void threeBracesAreAnOpeningAndABrace() {
        assertThat(JinjaText.encode("{{{x}}}")).isEqualTo("{{ '{{' }}{x}}}");
    }

    @Test
    void whatOpensNothingStays() {
        String harmless = """
                {"a": {"b": 1}}
                }} %} #} { { x""";
        assertThat(JinjaText.encode(harmless)).isEqualTo(harmless);
    }

    @Test
    void aBraceAtTheEndOpensNothingWhateverFollows() {
        assertThat(JinjaText.encode("a{") + "{ b }}").isEqualTo("a{{ '{' }}{ b }}");
    }

    @Test
    void aBraceBeforeAnEncodedCharacterIsEncodedWithIt() {
        assertThat(JinjaText.encode("{\r.")).isEqualTo("{{ '{\\r' }}.");
        assertThat(JinjaText.encode("{\n")).isEqualTo("{{ '{\\n' }}");
    }

    @Test
    void aCarriageReturnStaysOne() {
        assertThat(JinjaText.encode("a\r\nb")).isEqualTo("a{{ '\\r' }}\nb");
    }

    @Test
    void aLineEndAtTheEndIsNotDropped() {
        assertThat(JinjaText.encode("a\nb\n")).isEqualTo("a\nb{{ '\\n' }}");
    }
}
