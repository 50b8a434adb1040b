package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkdownTextProperties {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])|&#(\\d+);");
    private static final Pattern CODE_SPAN = Pattern.compile("(`+)(?!`)(.*?)(?<!`)\\1(?!`)", Pattern.DOTALL);

    @Property
    void inlineTextIsShownAsItWasOnOneLine(@ForAll("texts") String text) {
        assertThat(shown(MarkdownText.inline(text))).isEqualTo(onOneLine(text));
    }

    @Property
    void noMarkupStandsWithoutABackslash(@ForAll("texts") String text) {
        String unescaped = ESCAPED.matcher(MarkdownText.inline(text)).replaceAll("");

        assertThat(unescaped).doesNotContainPattern("[\\\\`*\\[\\]<>|&~\\n]");
    }

    private static String shown(String inline) {
        return ESCAPED.matcher(inline).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        return escape.group(1) != null ? escape.group(1) : Character.toString(Integer.parseInt(escape.group(2)));
    }

    @Property
    void codeWithABarIsHtml(@ForAll("visibleTexts") String text) {
        String html = MarkdownText.code(text + "|");

        assertThat(html).startsWith("<code>").endsWith("</code>");
        assertThat(shown(html.substring("<code>".length(), html.length() - "</code>".length())))
                .isEqualTo(onOneLine(text) + "|");
    }

    /** CommonMark takes one space off each end of a span that has both. */
    @Property
    void codeIsShownAsItWasOnOneLine(@ForAll("visibleTexts") String text) {
        Assume.that(text.indexOf('|') < 0);
        Matcher span = CODE_SPAN.matcher(MarkdownText.code(text));

        assertThat(span.matches()).isTrue();
        String content = span.group(2);
        boolean padded = content.startsWith(" ") && content.endsWith(" ");
        assertThat(padded ? content.substring(1, content.length() - 1) : content)
                .isEqualTo(onOneLine(text));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\r\\n|[\\r\\n]", " ").replaceAll("[\\p{Cc}&&[^\t]]", "\uFFFD");
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
