package dev.headwater.dbt;

import java.util.Locale;

/** How a repository writes the keywords, functions and types of SQL (RB29). */
enum KeywordCase {
    LOWER,
    UPPER;

    String of(String keyword) {
        return this == UPPER ? keyword.toUpperCase(Locale.ROOT) : keyword;
    }
}
