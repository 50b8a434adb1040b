package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TemplateProperties {

    @Property
    void insideALineEveryValueIsTakenAsItIs(@ForAll("texts") String one, @ForAll("texts") String two) {
        String artifact = Template.of("[<%one%>|<%two%>|<%one%>]\n", "test").render(Map.of("one", one, "two", two));

        assertThat(artifact).isEqualTo("[" + one + "|" + two + "|" + one + "]\n");
    }

    @Property
    void onItsOwnLineEveryLineThatIsNotEmptyIsIndented(
            @ForAll("encodedTexts") String text, @ForAll @IntRange(max = 8) int depth) {
        Assume.that(!text.isEmpty());
        String indentation = " ".repeat(depth);

        String artifact = Template.of(indentation + "<%body%>\n", "test").render(Map.of("body", text));

        assertThat(artifact).isEqualTo(indented(text, depth));
    }

    private static String indented(String text, int depth) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            lines.append(line.isEmpty() ? "" : " ".repeat(depth)).append(line).append('\n');
        }
        return lines.toString();
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }

    /** Values are encoded already, so that a line feed is the only line end in them. */
    @Provide
    Arbitrary<String> encodedTexts() {
        return HostileTexts.any().map(text -> text.replaceAll("[\\r\u0085\u2028\u2029]", ""));
    }
}
