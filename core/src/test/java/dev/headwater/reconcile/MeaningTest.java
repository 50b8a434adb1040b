package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Mapping;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    private static YamlNode node(String text) {
        return YamlDocument.parse(text).root().orElseThrow();
    }

    private static boolean isThere(String wanted, String present) {
        return Meaning.isThere((Mapping) node(wanted), (Mapping) node(present), "name", Set.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{a: 1, b: [x, 'z']} ~ {b: [\"x\", z], a: 1}",
                "{a: '0 7 * * *'} ~ {a: 0 7 * * *}",
                "{a: null} ~ {a: }",
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
            })
    void valuesTypesAndOrderOfListsCount(String left, String right) {
        assertThat(Meaning.same(node(left), node(right))).isFalse();
        assertThat(Meaning.same(node(right), node(left))).isFalse();
    }

    @Test
    void childrenWithNamesOfTheirOwnDoNotCount() {
        assertThat(isThere("{name: s}", "{name: s, tables: [{name: a}, {name: b, x: 1}]}"))
                .isTrue();
        assertThat(isThere("{name: s}", "{name: s, tables: []}")).isTrue();
        assertThat(isThere("{name: s}", "{name: s, tags: [a]}")).isFalse();
        assertThat(isThere("{name: s}", "{name: s, tests: [{name: a}, unique]}"))
                .isFalse();
        assertThat(isThere("{name: s}", "{name: s, owner: me}")).isFalse();
    }

    @Test
    void childrenInTheWantedTextMustBeThereAmongOthers() {
        String wanted = "{name: s, tables: [{name: a, x: 1}]}";

        assertThat(isThere(wanted, "{name: s, tables: [{name: b}, {x: 1, name: a, columns: [{name: c}]}]}"))
                .isTrue();
        assertThat(isThere(wanted, "{name: s, tables: [{name: a, x: 2}]}")).isFalse();
        assertThat(isThere(wanted, "{name: s, tables: [{name: b, x: 1}]}")).isFalse();
        assertThat(isThere(wanted, "{name: s}")).isFalse();
        assertThat(isThere("{name: s, tags: []}", "{name: s, tags: [x]}")).isFalse();
    }
}
