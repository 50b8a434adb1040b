package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            new PythonName(),
            new PythonFlowModule(),
            new FileName(),
            new DltName(),
            new DbtName(),
            new AwsSecretName(),
            new PrefectName(),
            new PrefectTag(),
            new EnvironmentVariable(),
            new S3BucketName(),
            new S3Prefix(),
            new KafkaTopic(),
            new KafkaConnectorName());

    @Property
    void whatARuleSuggestsItTakes(@ForAll("texts") String text, @ForAll("rules") NamingRule rule) {
        rule.suggest(text)
                .ifPresent(name -> assertThat(rule.check(name)).as(name).isEmpty());
    }

    @Property
    void aSuggestionIsItsOwnSuggestion(@ForAll("texts") String text, @ForAll("rules") NamingRule rule) {
        rule.suggest(text).ifPresent(name -> assertThat(rule.suggest(name)).contains(name));
    }

    @Property
    void noDigitIsLost(@ForAll("texts") String text) {
        String digits = text.replaceAll("[^0-9]", "");
        new DbtName()
                .suggest(text)
                .ifPresent(name -> assertThat(name.replaceAll("[^0-9]", ""))
                        .satisfiesAnyOf(
                                kept -> assertThat(kept).hasSameSizeAs(digits),
                                kept -> assertThat(name).hasSize(230)));
    }

    @Property
    void everyTextIsJudgedAndEveryFaultHasACodeAndAReason(
            @ForAll("texts") String text, @ForAll("rules") NamingRule rule) {
        List<NamingRule.Fault> said = new ArrayList<>(rule.check(text));
        said.addAll(rule.cautions(text));
        assertThat(said).as(text).allSatisfy(fault -> {
            assertThat(fault.code()).matches("name\\.[a-z0-9]+\\.[a-z-]+");
            assertThat(fault.message()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Property
    void aNameThatHoldsIsItsOwnSuggestion(@ForAll("names") String name, @ForAll("rules") NamingRule rule) {
        if (rule.check(name).isEmpty()) {
            assertThat(rule.suggest(name)).contains(name);
        } else {
            assertThat(rule.suggest(name)).isNotEqualTo(Optional.of(name));
        }
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
    Arbitrary<String> names() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> words = Arbitraries.oneOf(
                word.list().ofMinSize(1).ofMaxSize(40).map(parts -> String.join("_", parts)),
                Arbitraries.of("select", "class", "path", "json", "dlt", "lc_all", "in", "id"));
        return Arbitraries.oneOf(
                words,
                words.map(name -> name.toUpperCase(Locale.ROOT)),
                words.map(name -> name.replace('_', '-')),
                texts());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars(
                        'a', 'b', 'Z', 'Ä', 'ü', '\u0308', '0', '9', '_', '-', '.', ' ', 'é', 'ß', 'İ', 'ı', '日', '$',
                        '/')
                .ofMaxLength(12);
        return Arbitraries.oneOf(
                words,
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.of("select", "class", "PATH", "json", "dlt", "_dlt_loads", ""));
    }
}
