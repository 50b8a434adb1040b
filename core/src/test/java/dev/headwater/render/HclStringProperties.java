package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclFile;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HclStringProperties {

    private static final Pattern ESCAPE = Pattern.compile("\\\\([nrt\"\\\\]|u[0-9a-f]{4})|([$%])\\2(?=\\{)");

    @Property
    void everyTextIsReadBackComposed(@ForAll("texts") String text) {
        assertThat(decode(HclString.encode(text))).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Property
    void noTextLeavesItsAttribute(@ForAll("texts") String text) {
        String literal = HclString.encode(text);

        HclFile file = HclFile.parse("before = 1\nvalue = " + literal + "\nafter = 2\n");

        assertThat(file.attributes()).extracting(HclAttribute::expression).containsExactly("1", literal, "2");
    }

    @Property
    void aLiteralIsOneVisibleLine(@ForAll("texts") String text) {
        assertThat(HclString.encode(text))
                .satisfies(literal ->
                        assertThat(HostileTexts.holdsControl(literal)).isFalse());
    }

    /** Reads a quoted string as Terraform does. */
    private static String decode(String literal) {
        assertThat(literal).startsWith("\"").endsWith("\"");
        return ESCAPE.matcher(literal.substring(1, literal.length() - 1))
                .replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        if (escape.group(1) == null) {
            return escape.group(2);
        }
        return switch (escape.group(1).charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> Character.toString(Integer.parseInt(escape.group(1).substring(1), 16));
            default -> escape.group(1);
        };
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }
}
