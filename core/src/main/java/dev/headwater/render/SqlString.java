package dev.headwater.render;

/**
 * String literals that Snowflake and DuckDB read alike. They do not in single quotes when there is a backslash: it
 * escapes for Snowflake, and stands for itself for DuckDB and the SQL standard. Between dollar signs it does for both
 * (<a href="https://docs.snowflake.com/en/sql-reference/data-types-text#string-constants">Snowflake</a>, <a
 * href="https://duckdb.org/docs/stable/sql/data_types/literal_types#dollar-quoted-string-literals">DuckDB</a>).
 *
 * <pre>{@code
 * SqlString.encode("it's"); // 'it''s'
 * SqlString.encode("a\\b"); // $$a\b$$
 * }</pre>
 */
public final class SqlString {

    private static final String DOLLARS = "$$";

    private SqlString() {}

    /**
     * Encodes text as a string literal. Where Jinja renders the SQL, {@link JinjaText} has to follow.
     *
     * @param text any text
     * @return the literal: in single quotes, or between dollar signs when there is a backslash
     * @throws IllegalArgumentException when the text holds NUL or a lone surrogate; or, beside a backslash, {@code $$}
     *     or a dollar sign at an end, for which the two have no literal in common
     */
    public static String encode(String text) {
        Escapes.withoutNul(text, "SQL");
        if (text.indexOf('\\') < 0) {
            return "'" + text.replace("'", "''") + "'";
        }
        if (text.contains(DOLLARS) || text.startsWith("$") || text.endsWith("$")) {
            throw new IllegalArgumentException(
                    "Snowflake and DuckDB have no literal in common for a text with a backslash"
                            + " and $$, or $ at an end; join two.");
        }
        return DOLLARS + text + DOLLARS;
    }
}
