package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be read of a value without evaluating it is a tree, and the rest is raw. */
class HclExpressionTest {

    private static HclExpression value(String text) {
        return HclFile.parse("a = " + text.translateEscapes() + "\n")
                .attributes()
                .get(0)
                .value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "a b"                        | Literal     | "a b"
            "100 $"                      | Literal     | "100 $"
            -1.5                         | Literal     | -1.5
            (null)                       | Literal     | null
            "${"a"}"                     | Literal     | "a"
            [a.b, # c\\n (1),]           | ListValue   | [a.b, 1]
            []                           | ListValue   | []
            {a : 1\\n "b c" = {}}        | ObjectValue | { a = 1, b c = {} }
            {s.x = s.y, (v.k) = 1}       | ObjectValue | { s.x = s.y, (v.k) = 1 }
            string                       | Reference   | string
            module.x["k"].y              | Reference   | module.x["k"].y
            "${ each.value.a }"          | Reference   | each.value.a
            x[0].1                       | Reference   | x[0][1]
            (a\\n.b)                     | Reference   | a.b
            "a-${ b }$${c}\\\\n"         | Template    | "a-${b}$${c}\\n"
            "${~ b }"                    | Template    | "${~b}"
            "%{ if x }y%{ endif }"       | Template    | "%{if x}y%{endif}"
            upper( each.key )            | Call        | upper(each.key)
            list(string)                 | Call        | list(string)
            [for a in b : a]             | Raw         | [for a in b : a]
            {for k, v in x : k => v}     | Raw         | {for k, v in x : k = > v}
            {a}                          | Raw         | {a}
            a ? {b = [1,]} : "${c}"      | Raw         | a ? { b = [1] } : c
            ["a"][0]                     | Raw         | ["a"] [0]
            a[b]                         | Raw         | a [b]
            a.*.b                        | Raw         | a . * . b
            a-1                          | Reference   | a-1
            a - 1                        | Raw         | a - 1
            """)
    void isReadAs(String text, String kind, String layout) {
        assertThat(value(text).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(value(text).text()).isEqualTo(layout);
    }

    @Test
    void namesAndKeysOfAReferenceAreToldApart() {
        Reference reference = (Reference) value("module.raw[\"DLT\"].name");

        assertThat(reference.startsWith("module", "raw", "\"DLT\"")).isTrue();
        assertThat(reference.startsWith("module", "raw", "DLT")).isFalse();
        assertThat(value("a[\"b\"]")).isNotEqualTo(value("a.b"));
    }

    @Test
    void anObjectIsAskedByName() {
        assertThat(((ObjectValue) value("{a = 1, \"b\" = 2}")).value("b"))
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo("2"));
        assertThat(((ObjectValue) value("{(a) = 1}")).byName()).isEmpty();
    }
}
