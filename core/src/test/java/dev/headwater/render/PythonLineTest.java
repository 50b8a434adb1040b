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
    void codeThatFitsAndWhatIsNoneOfTheKnownLinesStaysAsItIs() {
        String text = "\"\"\"Load " + "x".repeat(90) + " (all).\"\"\"\n";
        String code = "from sources.crm import crm\n\n    print(run())\n" + text + "    " + text;

        assertThat(PythonLine.wrapped(code)).isEqualTo(code);
    }

    @Test
    void aLongImportStandsOnThreeLines() {
        String name = "n".repeat(40);
        assertThat(PythonLine.wrapped("    from %s import %s\n".formatted(name, name)))
                .isEqualTo("""
                    from %s import (
                        %s,
                    )
                """.formatted(name, name));
    }

    @Test
    void theArgumentOfALongCallStandsOnALineOfItsOwnWhateverIsInIt() {
        String text = "\"a, b=(1) " + "x".repeat(70) + "\"";
        assertThat(PythonLine.wrapped("    load_info = pipe.run(" + text + ")\n"))
                .isEqualTo("""
                    load_info = pipe.run(
                        %s
                    )
                """.formatted(text));
    }

    @Test
    void theArgumentsOfALongDecoratorStandTogetherOrOneALine() {
        assertThat(PythonLine.wrapped("@flow(name=\"%s\", log_prints=True)".formatted("n".repeat(58))))
                .isEqualTo("@flow(\n    name=\"%s\", log_prints=True\n)\n".formatted("n".repeat(58)));
        assertThat(PythonLine.wrapped("@flow(name=\"%s\", log_prints=True)".formatted("n".repeat(61))))
                .isEqualTo("@flow(\n    name=\"%s\",\n    log_prints=True,\n)\n".formatted("n".repeat(61)));
    }

    @Test
    void aLongSignatureIsBrokenInItsReturnTypeOrAroundIt() {
        String shorter = "f".repeat(73);
        assertThat(PythonLine.wrapped("def " + shorter + "() -> dict[str, str]:"))
                .isEqualTo("def " + shorter + "() -> dict[\n    str, str\n]:\n");
        String longer = "f".repeat(74);
        assertThat(PythonLine.wrapped("def " + longer + "() -> dict[str, str]:"))
                .isEqualTo("def " + longer + "() -> (\n    dict[str, str]\n):\n");
    }

    @Test
    void anAssignmentIsBrokenOnlyIfThatMakesItFit() {
        String fitting = "\"" + "x".repeat(80) + "\"";
        assertThat(PythonLine.wrapped("BASE_URL = " + fitting)).isEqualTo("BASE_URL = (\n    " + fitting + "\n)\n");
        String longer = "\"" + "x".repeat(90) + "\"";
        assertThat(PythonLine.wrapped("BASE_URL = " + longer)).isEqualTo("BASE_URL = " + longer + "\n");
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
