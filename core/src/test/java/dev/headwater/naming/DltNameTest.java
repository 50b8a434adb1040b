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
}
