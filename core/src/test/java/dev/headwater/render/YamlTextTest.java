package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {

    static List<String> longTexts() {
        return List.of("a b\n".repeat(900) + "c", "word ".repeat(2200) + "end", "word ".repeat(2200));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void aTextMayBeAsLongAsItLikes(String text) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(YamlText.entry("a", text, 0, 0));
        assertThat(read).isEqualTo(java.util.Map.of("a", text));
    }

    @Test
    void moreBlankLinesThanYamllintTakesAreEscaped() {
        assertThat(YamlText.entry("a", "b\n\nc", 0, 0)).isEqualTo("a: >-\n  b\n\n\n  c");
        assertThat(YamlText.entry("a", "b\n\n\nc", 0, 0)).isEqualTo("a: \"\\\n  b\\n\\n\\nc\"");
    }

    @Test
    void aNameThatFillsTheLineStandsBelowItsKey() {
        String name = "stg_dlt" + "_name".repeat(15);
        assertThat(YamlText.entry("name", name, 4, 0)).isEqualTo("name: >-\n  " + name);
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlText.scalar("a\uD800"))
                .withMessageContaining("YAML cannot hold the character U+D800 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlText.quoted("a\uD800"))
                .withMessageContaining("YAML cannot hold the character U+D800 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlText.entry("a", "a\uD800", 0, 0))
                .withMessageContaining("YAML cannot hold the character U+D800 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlText.entry("a", "a\uD800".repeat(90), 0, 0))
                .withMessageContaining("YAML cannot hold the character U+D800 at index 1");
    }
}
