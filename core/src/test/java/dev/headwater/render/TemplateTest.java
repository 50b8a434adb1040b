package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static String render(String text, Map<String, String> values) {
        return Template.of(text, "flow.py").render(values);
    }

    @Test
    void placeholdersAreFilledIn() {
        assertThat(render("""
                from sources.<%module%> import <%module%> as <%name%>
                """, Map.of("module", "hubspot", "name", "source"))).isEqualTo("""
                from sources.hubspot import hubspot as source
                """);
    }

    @Test
    void aPlaceholderWithoutAValueFails() {
        assertThatThrownBy(() -> render("<%module%> <%name%>", Map.of("module", "hubspot")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flow.py takes [module, name], not [module]");
    }

    @Test
    void aValueWithoutAPlaceholderFails() {
        assertThatThrownBy(() -> render("<%module%>", Map.of("module", "hubspot", "nmae", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flow.py takes [module], not [module, nmae]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<%module", "module%>", "<% module %>", "<%Module%>", "<%module2%>", "<%%>", "<%a<%b%>%>"})
    void whatIsNearlyAPlaceholderFailsBeforeAnythingIsWritten(String text) {
        assertThatThrownBy(() -> Template.of(text, "flow.py"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flow.py has a placeholder that is not <%name%>, or a \\r or NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\n", "a\0"})
    void aTemplateHasUnixLineEndsAndNoNul(String text) {
        assertThatThrownBy(() -> Template.of(text, "flow.py"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("flow.py has");
    }

    @Test
    void aMissingResourceFailsByItsName() {
        assertThatThrownBy(() -> Template.read(null, "flow.py"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no template flow.py");
    }

    @Test
    void aResourceIsReadAsUtf8() {
        byte[] bytes = "größe: <%size%>\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Template.read(new ByteArrayInputStream(bytes), "x.yml").render(Map.of("size", "日本")))
                .isEqualTo("größe: 日本\n");
    }

    @Test
    void aVariantHasAnotherTextAndTheSameValues() {
        Template variant = Template.of("from <%one%>\n", "model.sql").map(text -> text.replace("from", "FROM"));

        assertThat(variant.render(Map.of("one", "from"))).isEqualTo("FROM from\n");
    }

    @Test
    void aValueIsNeverExpandedAgain() {
        assertThat(render("<%one%> <%two%>\n", Map.of("one", "<%two%>", "two", "${x} $1 \\n <%one%>")))
                .isEqualTo("<%two%> ${x} $1 \\n <%one%>\n");
    }

    @Test
    void otherTemplateLanguagesAreText() {
        assertThat(render("{{ x }} ${y} %{z} <a> <%a%>\n", Map.of("a", "{{ b }}")))
                .isEqualTo("{{ x }} ${y} %{z} <a> {{ b }}\n");
    }

    @Test
    void furtherLinesGetTheIndentationOfAPlaceholderThatHasItsOwnLine() {
        assertThat(render("""
                def source():
                    <%body%>
                """, Map.of("body", "one()\nif two:\n    three()"))).isEqualTo("""
                def source():
                    one()
                    if two:
                        three()
                """);
    }

    @Test
    void blankLinesOfAValueStayBlank() {
        assertThat(render("  <%body%>\n", Map.of("body", "one\n\ntwo"))).isEqualTo("  one\n\n  two\n");
    }

    @Test
    void aValueThatBeginsWithABlankLineLeavesNoBlanksOnIt() {
        assertThat(render("  <%body%>\n", Map.of("body", "\none"))).isEqualTo("\n  one\n");
    }

    @Test
    void anEmptyValueTakesItsLineAway() {
        assertThat(render("""
                before
                    <%body%>
                after
                """, Map.of("body", ""))).isEqualTo("""
                before
                after
                """);
    }

    @Test
    void anEmptyValueInsideALineLeavesTheLine() {
        assertThat(render("[<%items%>]\n", Map.of("items", ""))).isEqualTo("[]\n");
    }

    @Test
    void furtherLinesOfAValueInsideALineStayAsTheyAre() {
        assertThat(render("    x = <%value%>\n", Map.of("value", "[\n]"))).isEqualTo("    x = [\n]\n");
    }
}
