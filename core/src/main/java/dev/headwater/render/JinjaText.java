package dev.headwater.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that Jinja renders as it is, as dbt does with descriptions and SQL. */
public final class JinjaText {

    private static final Pattern OPENING = Pattern.compile("\\{[{%#]");

    private JinjaText() {}

    /**
     * Encodes text for a place that Jinja renders.
     *
     * @param text any text
     * @return the text, in which nothing opens a tag
     */
    public static String encode(String text) {
        return OPENING.matcher(text).replaceAll(opening -> Matcher.quoteReplacement("{{ '" + opening.group() + "' }}"));
    }
}
