package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import dev.headwater.document.YamlNode.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

    private static Mapping mapping(String text) {
        return (Mapping) YamlDocument.parse(text).root().orElseThrow();
    }

    private static DocumentException refusal(String text) {
        return catchThrowableOfType(DocumentException.class, () -> YamlDocument.parse(text));
    }

    private static String written(YamlNode node, String text) {
        return text.substring(node.place().start(), node.place().end());
    }

    @Test
    void everyNodeKnowsItsLineAndItsCharacters() {
        String text = "\uFEFF# 🚀\r\nname: \"🚀\"\r\nlist:\r\n  - a  # 𝒳\r\n  - |+\r\n    text\r\n\r\nend: 'x'\r\n";

        Mapping root = mapping(text);

        Sequence list = (Sequence) root.get("list").orElseThrow();
        assertThat(list.line()).isEqualTo(4);
        assertThat(list.place().column()).isEqualTo(2);
        assertThat(written(list.items().get(0), text)).isEqualTo("a");
        assertThat(written(list.items().get(1), text)).isEqualTo("|+\r\n    text\r\n\r");
        assertThat(written(root.get("name").orElseThrow(), text)).isEqualTo("\"🚀\"");
        assertThat(written(root.get("end").orElseThrow(), text)).isEqualTo("'x'");
        assertThat(root.place().start()).isEqualTo(text.indexOf("name"));
    }

    @Test
    void aBlockEndsWithItsLastValueNotWithTheCommentsAfterIt() {
        String text = "a:\n  b:\n    - x: |\n        text\n\n    # comment\n\nz: 1\n";

        assertThat(written(mapping(text).get("a").orElseThrow(), text)).isEqualTo("b:\n    - x: |\n        text");
    }

    @Test
    void aSequenceWithAnAnchorStartsAtItsFirstDash() {
        String text = "a: &x\n- 1\nb: &y !!seq\n  - 2\n";

        assertThat(written(mapping(text).get("a").orElseThrow(), text)).isEqualTo("- 1");
        assertThat(written(mapping(text).get("b").orElseThrow(), text)).isEqualTo("- 2");
    }

    @Test
    void looksThroughMergesOnlyWhereAskedTo() {
        Mapping root = mapping("""
                base: &base
                  pool: p
                  size: 1
                more: &more {size: 2, extra: *base}
                item:
                  <<: [*more, *base]
                  name: n
                """);
        Mapping item = (Mapping) root.get("item").orElseThrow();

        assertThat(item.get("pool")).isEmpty();
        assertThat(item.find("pool")).map(pool -> ((Scalar) pool).text()).contains("p");
        assertThat(item.merged().keySet()).containsExactly("name", "size", "extra", "pool");
        assertThat(item.find("size")).map(size -> ((Scalar) size).text()).contains("2");
        assertThat(item.find("extra")).containsSame(root.get("base").orElseThrow());
    }

    @Test
    void aKeyThatIsWrittenTwiceIsRefusedWhereItIsAskedFor() {
        Mapping root = mapping("a: 1\nb: 2\na: 3\n");

        assertThat(root.get("b")).isPresent();
        assertThat(catchThrowableOfType(DocumentException.class, () -> root.get("a"))
                        .diagnostic()
                        .line())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 7 * * *", "3.4.0", "a-b", "flows/x.py:run", "{{ x }}", "nullable", "12:99", "2026-1"})
    void textWithoutQuotesIsAStringWhereNoReaderSeesMore(String text) {
        assertThat(PlainScalar.isString(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "null",
                "yes",
                "No",
                "off",
                "y",
                "1",
                "-1",
                "+1.5",
                "1e3",
                ".5",
                "0x1F",
                "0o17",
                "017",
                "1_000",
                "07:00",
                "1:30:00",
                "2026-01-02",
                "2026-01-02 03:04:05 +01:00",
                ".inf",
                "-.INF",
                ".nan",
                "=",
                "<<"
            })
    void textWithoutQuotesIsNoStringWhereSomeReaderSeesMore(String text) {
        assertThat(PlainScalar.isString(text)).isFalse();
    }

    @Test
    void quotesMakeAString() {
        Mapping root = mapping("a: 'null'\nb: null\nc: !!str 1\nd: >-\n  1\n");

        assertThat(root.entries())
                .extracting(entry -> ((Scalar) entry.value()).style())
                .containsExactly(Style.SINGLE_QUOTED, Style.PLAIN, Style.PLAIN, Style.FOLDED);
        assertThat(root.entries())
                .extracting(entry -> ((Scalar) entry.value()).isString())
                .containsExactly(true, false, false, true);
        assertThat(((Scalar) root.get("b").orElseThrow()).isNull()).isTrue();
    }

    @Test
    void nothingButCommentsIsADocumentWithoutRoot() {
        assertThat(YamlDocument.parse("# nothing\n").root()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'a: 1\\n---\\nb: 2\\n', yaml.multi-document, 2",
        "'a: 1\\nb: *x\\n', yaml.undefined-alias, 2",
        "'a: &x\\n- *x\\n', yaml.alias-loop, 2",
        "'a: &x 1\\nb: &x 2\\n', yaml.duplicate-anchor, 2",
        "'a: &é 1\\n', yaml.dialect, 1",
        "'a: [b?c]\\n', yaml.dialect, 1",
        "'a: 1\\nb: {{ x }}\\n', yaml.complex-key, 2",
        "'a: 1\\n!x b: 2\\n', yaml.complex-key, 2",
        "'a: 1\\n<<: 2\\n', yaml.merge, 2",
        "'a: b\\tc\\n', yaml.tab, 1",
        "'a: |\\t# c\\n  x\\n', yaml.tab, 1",
        "'a: 1\\n# b\\n\\t\\n', yaml.tab, 3",
        "'a: 1\\n\\tb: 2\\n', yaml.syntax, 2",
        "'a: 1\\nb\\7: 2\\n', yaml.syntax, 2",
        "'a: 1\\rb: 2\\n', yaml.lone-cr, 1",
        "'a: 1\\n# \u2028\\n', yaml.dialect, 2",
        "'a: 1\\n# \uFEFF\\n', yaml.dialect, 2",
    })
    void whatOneReaderWouldRefuseIsRefusedWithItsLine(String escaped, String code, int line) {
        DocumentException refusal = refusal(escaped.translateEscapes());

        assertThat(refusal.diagnostic().code()).isEqualTo(code);
        assertThat(refusal.diagnostic().line()).isEqualTo(line);
        assertThat(refusal.diagnostic().message()).endsWith(".");
        assertThat(refusal.diagnostic().hint()).endsWith(".");
        assertThat(refusal)
                .hasMessage(refusal.diagnostic().message() + " "
                        + refusal.diagnostic().hint());
    }

    @Test
    void tabsInQuotesBlocksAndCommentsAreText() {
        assertThat(YamlDocument.parse("a: \"x\ty\"  # z\tz\nb: |\n  x\ty\nc: 'x\n\ty'\n")
                        .root())
                .isPresent();
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertThat(refusal(bomb.toString()).diagnostic().code()).isEqualTo("yaml.alias-bomb");
    }

    @Test
    void nestingHasALimit() {
        assertThat(refusal("a: " + "[".repeat(5000) + "]".repeat(5000) + "\n")
                        .diagnostic()
                        .code())
                .isEqualTo("yaml.too-deep");
    }

    @Test
    void aNodeThatIsReferredToIsNotPrintedAgain() {
        Mapping root = mapping("a: &x [1]\nb: *x\n");

        assertThat(root.get("b").orElseThrow()).hasToString("*x");
        assertThat(root).isEqualTo(mapping("a: &x [1]\nb: *x\n"));
    }
}
