package dev.headwater.dbt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The comment that excuses a line from rules of sqlfluff which a name leaves no way to keep. */
final class Noqa {

    private static final Set<String> KEYWORDS = Keywords.read();

    /** Snowflake reserves them, sqlfluff does not: it takes the quotes for needless (RF06). */
    private static final Pattern NEEDS_QUOTES = Pattern.compile("\"(CASE|COLUMN|CROSS|CURRENT_USER|FALSE|TRUE)\"");

    private Noqa() {}

    /** The line with its comment, if it needs one; {@code alias} is what the line names, or empty. */
    static String excused(String line, String alias, int room) {
        List<String> rules = new ArrayList<>();
        if (KEYWORDS.contains(alias)) {
            rules.add("RF04");
        }
        if (NEEDS_QUOTES.matcher(line).find()) {
            rules.add("RF06");
        }
        if (line.length() + comment(rules).length() > room) {
            rules.add("LT05");
        }
        return line + comment(rules);
    }

    private static String comment(List<String> rules) {
        return rules.isEmpty() ? "" : " -- noqa: " + String.join(",", rules);
    }
}
