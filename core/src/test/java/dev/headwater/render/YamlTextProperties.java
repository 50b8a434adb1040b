package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextProperties {

    @Example
    void longTextIsFoldedAtEightyColumns() {
        String text = "One row per contact, whoever they are and wherever they come from: \"leads\" included.";
        assertThat(YamlText.entry("description", text, 4, 4)).isEqualTo("""
                        description: >-
                              One row per contact, whoever they are and wherever they come from: "leads"
                              included.""");
    }

    @Property
    void everyTextIsReadBack(@ForAll("texts") String text) {
        String yaml = "a:\n  - " + YamlText.entry("description", text, 4, 4) + "\n    b: c\n";
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(read).as(yaml).isEqualTo(Map.of("a", java.util.List.of(Map.of("description", text, "b", "c"))));
    }

    @Property
    void noLineIsLongerThanEightyColumnsUnlessAWordIs(@ForAll("texts") String text) {
        String[] lines = YamlText.entry("description", text, 4, 4).split("\n", -1);
        for (String line : lines) {
            boolean unbreakable = line.strip().indexOf(' ') < 0;
            assertThat(line.length() <= 80 || unbreakable).as(line).isTrue();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of(
                        "on", "2024", "null", ": ", " #", "- ", "{{ x }}", "\"", "'", "\\", "\n", "\n\n", " ", "  ",
                        "\t", "é", "日本", "😀", "\u200b", "*a", "&b", "---", "a word", "!", "%", "@", "`", "|", ">"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(30));
        return piece.list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }
}
