package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DltNameTest {

    /** The fixtures are JSON, which is YAML as well. */
    @TestFactory
    @SuppressWarnings("unchecked")
    List<DynamicTest> everyNameBecomesWhatDltMadeOfIt() throws IOException {
        List<Map<String, String>> cases;
        try (InputStream in = DltNameTest.class.getResourceAsStream("/fixtures/dlt_naming.json")) {
            cases = (List<Map<String, String>>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        }
        assertThat(cases).hasSizeGreaterThan(90);
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> example : cases) {
            String name = value(example, "in");
            tests.add(DynamicTest.dynamicTest(name, () -> {
                if (value(example, "identifier").length() < 255) {
                    assertThat(DltName.normalise(name)).isEqualTo(value(example, "identifier"));
                    assertThat(DltName.normalisePath(name)).isEqualTo(value(example, "table"));
                }
            }));
        }
        return tests;
    }

    private static String value(Map<String, String> example, String key) {
        return Objects.requireNonNull(example.get(key), key);
    }

    @Test
    void aNameThatDltWouldChangeIsRefusedAndTheChangedOneSuggested() {
        DltName rule = new DltName();
        assertThat(rule.check("dealStages")).extracting(NamingRule.Fault::code).containsExactly("name.dlt.changed");
        assertThat(rule.suggest("dealStages")).hasValue("deal_stages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "deal_stages", "orders2024", "o_auth2_token", "select"})
    void lowerCaseWordsJoinedBySingleUnderscoresStayAsTheyAre(String name) {
        assertThat(new DltName().check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "2024_orders", "orders_", "_dlt_loads", "a__b", "größe", "a-b", "\u0661a"})
    void everythingElseIsChangedByDlt(String name) {
        assertThat(new DltName().check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.dlt.changed",
                        "is changed by dlt, which keeps lower-case words of letters and digits joined by single _"));
    }

    @Test
    void dltShortensWhatIsLongerThan255Characters() {
        assertThat(new DltName().check("x".repeat(255))).isEmpty();
        assertThat(new DltName().check("x".repeat(256)))
                .containsExactly(
                        new NamingRule.Fault("name.dlt.length", "is longer than 255 characters, and dlt shortens it"));
    }

    @Test
    void aNameOfThousandsOfWordsIsJudgedAsWell() {
        assertThat(new DltName().check("a" + "_a".repeat(20_000)))
                .extracting(NamingRule.Fault::code)
                .containsExactly("name.dlt.length");
    }
}
