package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamingProperties {

    private static final List<NamingRule> RULES = List.of(
            new SnowflakeIdentifier(),
            new SnowflakeColumn(),
            new TerraformLabel(),
            new PythonModule(),
            new PythonFlowModule(),
            new DltName(),
            new DbtName(),
            new AwsSecretName(),
            new PrefectName(),
            new EnvironmentVariable());

    @Property
    void whatARuleSuggestsItTakes(@ForAll("texts") String text, @ForAll("rules") NamingRule rule) {
        rule.suggest(text)
                .ifPresent(name -> assertThat(rule.check(name)).as(name).isEmpty());
    }

    @Property
    void whatDltKeepsItKeepsTwice(@ForAll("texts") String text) {
        if (new DltName().check(text).isEmpty()) {
            assertThat(DltName.normalise(text)).isEqualTo(text);
            assertThat(DltName.normalisePath(text)).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<NamingRule> rules() {
        return Arbitraries.of(RULES);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars('a', 'b', 'Z', '0', '9', '_', '-', '.', ' ', 'é', 'ß', 'İ', 'ı', '日', '$', '/')
                .ofMaxLength(12);
        return Arbitraries.oneOf(
                words,
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.of("select", "class", "PATH", "json", "dlt", "_dlt_loads", ""));
    }
}
