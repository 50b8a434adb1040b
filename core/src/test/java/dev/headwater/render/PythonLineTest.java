package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonLineTest {

    private static final List<String> ITEMS = List.of("a".repeat(40), "b".repeat(40));

    @Test
    void aLineOf88ColumnsIsNotBroken() {
        assertThat(PythonLine.bracketed(0, "f(", ITEMS, ")...")).hasSize(88);
        assertThat(PythonLine.bracketed(1, "f(", ITEMS, ")...")).contains("\n");
    }

    @Test
    void whatIsInBracketsGoesOnALineOfItsOwnAndThenEachItem() {
        assertThat(PythonLine.bracketed(0, "func(", ITEMS, ").....")).isEqualTo("""
                func(
                    %s, %s
                ).....""".formatted(ITEMS.toArray()));
        assertThat(PythonLine.bracketed(4, "func(", ITEMS, ").....")).isEqualTo("""
                func(
                    %s,
                    %s,
                ).....""".formatted(ITEMS.toArray()));
    }

    @Test
    void aLongImportStandsOnThreeLines() {
        assertThat(PythonLine.importing(0, "sources.crm", "crm")).isEqualTo("from sources.crm import crm");
        String name = "n".repeat(40);
        assertThat(PythonLine.importing(0, name, name)).isEqualTo("""
                from %s import (
                    %s,
                )""".formatted(name, name));
    }

    @Test
    void anAssignmentIsBrokenOnlyIfThatMakesItFit() {
        String fitting = "\"" + "x".repeat(80) + "\"";
        assertThat(PythonLine.assignment("BASE_URL", fitting)).isEqualTo("BASE_URL = (\n    " + fitting + "\n)");
        String longer = "\"" + "x".repeat(90) + "\"";
        assertThat(PythonLine.assignment("BASE_URL", longer)).isEqualTo("BASE_URL = " + longer);
    }

    @Test
    void someCharactersTakeTwoColumnsAndSomeNone() {
        assertThat(PythonLine.bracketed(4, "print(", List.of("日".repeat(36)), ")"))
                .doesNotContain("\n");
        assertThat(PythonLine.bracketed(4, "print(", List.of("日".repeat(39)), ")"))
                .contains("\n");
        assertThat(PythonLine.bracketed(4, "print(", List.of("e\u0301".repeat(77)), ")"))
                .doesNotContain("\n");
    }
}
