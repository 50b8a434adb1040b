package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    private static YamlNode node(String text) {
        return YamlDocument.parse(text).root().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{a: 1, b: [x, 'z']} ~ {b: [\"x\", z], a: 1}",
                "{a: '0 7 * * *'} ~ {a: 0 7 * * *}",
                "{a: null} ~ {a: }",
                "{a: true} ~ {a: True}",
                "{a: true} ~ {a: yes}",
                "{a: false} ~ {a: off}",
                "{a: &x [1], b: *x} ~ {a: [1], b: [1]}",
                "{a: &x {p: 1, q: 2}, b: {<<: *x, q: 3}} ~ {a: {q: 2, p: 1}, b: {q: 3, p: 1}}",
            })
    void styleDoesNotCount(String left, String right) {
        assertThat(Meaning.same(node(left), node(right))).isTrue();
        assertThat(Meaning.same(node(right), node(left))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{a: 1} ~ {a: '1'}",
                "{a: yes} ~ {a: 'yes'}",
                "{a: !x 1} ~ {a: 1}",
                "{a: !x [1]} ~ {a: [1]}",
                "{a: [1, 2]} ~ {a: [2, 1]}",
                "{a: [1]} ~ {a: [1, 1]}",
                "{a: [1]} ~ {a: {1: 1}}",
                "{a: 1} ~ {b: 1}",
                "{a: x} ~ {a: [x]}",
                "{a: null} ~ {a: 'null'}",
                "{a: true} ~ {a: no}",
                "{a: true} ~ {a: 'true'}",
            })
    void valuesTypesAndOrderOfListsCount(String left, String right) {
        assertThat(Meaning.same(node(left), node(right))).isFalse();
        assertThat(Meaning.same(node(right), node(left))).isFalse();
    }
}
