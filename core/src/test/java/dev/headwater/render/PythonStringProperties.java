package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

class PythonStringProperties {

    @Property
    void aLiteralIsOneVisibleLine(@ForAll("texts") String text) {
        assertThat(PythonString.encode(text))
                .satisfies(literal ->
                        assertThat(HostileTexts.holdsControl(literal)).isFalse());
    }

    @Property
    void differentTextsHaveDifferentLiterals(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(PythonString.encode(one).equals(PythonString.encode(other))).isEqualTo(one.equals(other));
    }

    @Property(tries = 3)
    @AddLifecycleHook(SkipWithoutPython.class)
    void pythonReadsEveryTextBack(@ForAll("manyTexts") List<String> texts) throws IOException, InterruptedException {
        List<String> literals = texts.stream().map(PythonString::encode).toList();

        assertThat(readByPython(literals)).isEqualTo(texts);
    }

    @Property(tries = 3)
    @AddLifecycleHook(SkipWithoutPython.class)
    void pythonReadsADocstringWithSingleQuotesForDoubleOnes(@ForAll("manyTexts") List<String> texts)
            throws IOException, InterruptedException {
        List<String> docstrings = texts.stream()
                .map(text -> "\"\"\"" + PythonString.docstring(text) + "\"\"\"")
                .toList();

        assertThat(readByPython(docstrings))
                .isEqualTo(texts.stream()
                        .map(text -> text.strip().replace('"', '\''))
                        .toList());
    }

    /** Python tells the UTF-8 bytes of each literal's value in hexadecimal, one literal a line. */
    private static List<String> readByPython(List<String> literals) throws IOException, InterruptedException {
        String script = literals.stream()
                .map(literal -> "print(" + literal + ".encode().hex())\n")
                .collect(Collectors.joining());
        List<String> values = new ArrayList<>();
        for (String line : Program.PYTHON.run(script).split("\n", -1)) {
            values.add(line.matches("[0-9a-f]*") ? text(line) : line);
        }
        return values.subList(0, values.size() - 1);
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }

    @Provide
    Arbitrary<List<String>> manyTexts() {
        return HostileTexts.any().list().ofSize(300);
    }

    static final class SkipWithoutPython implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return Program.PYTHON.skipWhereMissing();
        }
    }
}
