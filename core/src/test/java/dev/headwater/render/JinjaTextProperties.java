package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JinjaTextProperties {

    private static final Pattern QUOTED = Pattern.compile("\\{\\{ '(\\{?[{%#]?(?:\\\\[rn])?)' }}");

    @Property
    void everyTextIsRenderedAsItWas(@ForAll("texts") String text) {
        assertThat(render(JinjaText.encode(text))).isEqualTo(text);
    }

    @Property
    void nothingButAQuotedOpeningOpensATag(@ForAll("texts") String text) {
        String rest = QUOTED.matcher(JinjaText.encode(text)).replaceAll("quoted");

        assertThat(rest).doesNotContain("{{").doesNotContain("{%").doesNotContain("{#");
    }

    /** Renders expressions that are one string, which is all that encoded text may hold. */
    private static String render(String template) {
        return QUOTED.matcher(template)
                .replaceAll(tag -> Matcher.quoteReplacement(tag.group(1).translateEscapes()));
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }
}
