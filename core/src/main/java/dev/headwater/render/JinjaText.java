package dev.headwater.render;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that Jinja (3.1) renders as it is, as dbt does with descriptions and SQL. Apart from tags, Jinja turns every
 * carriage return into a line feed, and drops a line feed at the end of what it renders.
 *
 * <pre>{@code
 * JinjaText.encode("a {{ b }}"); // a {{ '{{' }} b }}
 * }</pre>
 */
public final class JinjaText {

    private static final Pattern CHANGED = Pattern.compile("\\{(?:[{%#\\r]|\\n?\\z)|\\r|\\n\\z");

    private JinjaText() {}

    /**
     * Encodes text for a place that Jinja renders. What this gives is encoded for the place itself afterwards, such as
     * by {@link YamlText}.
     *
     * @param text any text
     * @return the text, in which nothing opens a tag, whatever follows, and no line end is lost
     */
    public static String encode(String text) {
        return CHANGED.matcher(text).replaceAll(part -> Matcher.quoteReplacement("{{ '" + escaped(part) + "' }}"));
    }

    private static String escaped(MatchResult part) {
        return part.group().replace("\r", "\\r").replace("\n", "\\n");
    }
}
