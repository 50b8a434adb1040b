package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.naming.NamingRule.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonNameTest {

    private final NamingRule rule = new PythonName();

    @ParameterizedTest
    @ValueSource(strings = {"run", "loadCrm", "_private", "v2", "RUN"})
    void lettersDigitsAndUnderscoresAreAName(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2v", "a b", "run()", "a-b", "größe", "a.b"})
    void anythingElseIsNone(String name) {
        assertThat(rule.check(name))
                .containsExactly(new Fault(
                        "name.python.identifier",
                        "is not made of letters, digits and _, beginning with a letter or _"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "async", "None", "True", "False"})
    void aKeywordIsNone(String name) {
        assertThat(rule.check(name)).containsExactly(new Fault("name.python.keyword", "is a keyword"));
    }

    @Test
    void aNearNameIsSuggested() {
        assertThat(rule.suggest("load CRM!")).contains("load_crm");
        assertThat(rule.target()).isEqualTo("Python name");
    }
}
