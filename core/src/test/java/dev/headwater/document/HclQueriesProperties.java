package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A Terraform file is refused when it is parsed, or never: whatever was parsed answers every question. */
class HclQueriesProperties {

    private static final List<String> FILES =
            IntStream.rangeClosed(1, 29).mapToObj("h%02d.tf"::formatted).toList();
    private static final List<String> PIECES = List.of(
            "\"", "${", "%{", "}", "{", "[", "]", "(", ")", "~", "$", "%", "\\", "#", "//", "/*", "*/", "<<EOT\n",
            "EOT\n", "\n", ",", "=", "==", ":", "for ", "x", "1", " ", "$${", "${~", "~}", "${~}", "[0]");

    @Property(tries = 3_000)
    void whatWasParsedAnswersEveryQuestion(@ForAll("texts") String text) {
        HclFile file;
        try {
            file = HclFile.parse(text);
        } catch (DocumentException refused) {
            assertThat(refused.diagnostic().code()).startsWith("hcl.");
            return;
        }
        file.attributes().forEach(HclQueriesProperties::ask);
        file.blocks().forEach(HclQueriesProperties::ask);
    }

    private static void ask(HclBlock block) {
        block.attributes().forEach(HclQueriesProperties::ask);
        block.blocks().forEach(HclQueriesProperties::ask);
    }

    private static void ask(HclAttribute attribute) {
        attribute.literal();
        String text = attribute.value().text();
        assertThat(attribute.value().text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> expressions =
                Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> "a = " + String.join("", pieces) + "\n");
        Arbitrary<String> aliases = Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(5)
                .map(pieces -> "terraform {\n  required_providers {\n    s = { configuration_aliases = ["
                        + String.join("", pieces) + "] }\n  }\n}\n");
        Arbitrary<String> changed = Combinators.combine(
                        Arbitraries.of(FILES).map(HclQueriesProperties::fixture),
                        Arbitraries.of(PIECES),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 3))
                .as((text, piece, where, cut) -> {
                    int at = (int) (where * text.length());
                    return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + cut));
                });
        return Arbitraries.oneOf(expressions, aliases, changed);
    }

    private static String fixture(String name) {
        try (InputStream in = HclQueriesProperties.class.getResourceAsStream("/fixtures/hcl/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Example
    void anElementOfAListIsNoList() {
        for (String expression : List.of("[\"a\", \"b\"][0]", "[a] == [b]", "[for x in y : x]", "a")) {
            assertThat(HclExpression.parse(expression)).as(expression).isNotInstanceOf(HclExpression.ListValue.class);
        }
    }
}
