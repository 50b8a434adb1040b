package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkdownTextProperties {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern CODE_SPAN = Pattern.compile("(`+)(?!`)(.*?)(?<!`)\\1(?!`)", Pattern.DOTALL);

    @Property
    void inlineTextIsShownAsItWasOnOneLine(@ForAll("texts") String text) {
        String shown = ESCAPED.matcher(MarkdownText.inline(text)).replaceAll("$1");

        assertThat(shown).isEqualTo(text.replace('\n', ' '));
    }

    @Property
    void noMarkupStandsWithoutABackslash(@ForAll("texts") String text) {
        String unescaped = ESCAPED.matcher(MarkdownText.inline(text)).replaceAll("");

        assertThat(unescaped).doesNotContainPattern("[\\\\`*\\[\\]<>|&~\\n]");
    }

    /** CommonMark takes one space off each end of a span that has both. */
    @Property
    void codeIsShownAsItWasOnOneLine(@ForAll("visibleTexts") String text) {
        Matcher span = CODE_SPAN.matcher(MarkdownText.code(text));

        assertThat(span.matches()).isTrue();
        String content = span.group(2);
        boolean padded = content.startsWith(" ") && content.endsWith(" ");
        assertThat(padded ? content.substring(1, content.length() - 1) : content)
                .isEqualTo(text.replace('\n', ' '));
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any();
    }

    @Provide
    Arbitrary<String> visibleTexts() {
        return HostileTexts.any().map(text -> "x" + text);
    }
}
