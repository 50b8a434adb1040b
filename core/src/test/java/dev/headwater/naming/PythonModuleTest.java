package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonModuleTest {

    private final NamingRule rule = new PythonModule();

    @ParameterizedTest
    @ValueSource(strings = {"hubspot", "sales_2024", "json", "match", "type", "list"})
    void softKeywordsAndModulesOfTheStandardLibraryAreFineBelowAPackage(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HubSpot", "2fa", "my-src", "my src", "_x", "größe", "None", "a\n"})
    void aModuleIsAnIdentifierInLowerCase(String name) {
        assertThat(rule.check(name))
                .containsExactly(new NamingRule.Fault(
                        "name.python.character",
                        "is not made of lower-case letters, digits and _, beginning with a letter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "async", "import", "lambda"})
    void aKeywordCannotBeImported(String name) {
        assertThat(rule.check(name)).containsExactly(new NamingRule.Fault("name.python.keyword", "is a keyword"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlt", "datetime", "run", "pipeline", "load_info", "print"})
    void aNameThatEmittedCodeUsesItselfWouldHideIt(String name) {
        assertThat(rule.check(name))
                .containsExactly(
                        new NamingRule.Fault("name.python.used", "is a name that the emitted code uses itself"));
    }

    @Test
    void dltTakesSourcesOfSixtyFourCharactersAtMost() {
        assertThat(rule.check("x".repeat(64))).isEmpty();
        assertThat(rule.check("x".repeat(65)))
                .containsExactly(
                        new NamingRule.Fault("name.python.length", "is longer than the 64 characters of a dlt source"));
    }
}
