package dev.headwater.dbt;

import dev.headwater.render.Template;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a repository writes the keywords, functions and types of SQL (RB29). */
enum KeywordCase {
    LOWER,
    UPPER;

    private static final Pattern KEYWORD = Pattern.compile("\\b(?:with|as|select|from)\\b");

    String of(String keyword) {
        return this == UPPER ? keyword.toUpperCase(Locale.ROOT) : keyword;
    }

    Template of(Template lower) {
        return lower.map(text -> KEYWORD.matcher(text).replaceAll(keyword -> of(keyword.group())));
    }
}
