package dev.headwater.render;

import dev.headwater.naming.SnowflakeIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names in SQL that Snowflake stores in upper case.
 *
 * <pre>{@code
 * SqlIdentifier.encode("email"); // email
 * SqlIdentifier.encode("order"); // "ORDER"
 * SqlIdentifier.encode("properties", List.of("email")); // properties:email
 * SqlIdentifier.alias("order_no"); // order_no
 * }</pre>
 */
public final class SqlIdentifier {

    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private SqlIdentifier() {}

    /**
     * Encodes the name of a column or table as its tool creates it: bare, in quotes and upper case when it is reserved,
     * or in quotes as it is when it is no identifier.
     *
     * @param name the name
     * @return the identifier
     * @throws IllegalArgumentException when the name is empty, or holds NUL or a lone surrogate
     */
    public static String encode(String name) {
        if (SnowflakeIdentifier.isReserved(name)) {
            return quoted(name.toUpperCase(Locale.ROOT));
        }
        return BARE.matcher(name).matches() ? name : quoted(name);
    }

    /**
     * Encodes a field in a column's nested value.
     *
     * @param column name of the column
     * @param inside keys that lead down to the field, whose case matters; empty for the column itself
     * @return {@code column:key.key}
     */
    public static String encode(String column, List<String> inside) {
        List<String> keys = inside.stream().map(SqlIdentifier::key).toList();
        return encode(column) + (keys.isEmpty() ? "" : ":") + String.join(".", keys);
    }

    /**
     * Encodes the new name of a column, which has to hold without quotes for everybody who reads it.
     *
     * @param name lower-case name
     * @return the name
     * @throws IllegalArgumentException when it does not hold
     */
    public static String alias(String name) {
        if (!BARE.matcher(name).matches() || SnowflakeIdentifier.isReserved(name)) {
            throw new IllegalArgumentException("A column cannot be called " + name
                    + " on Snowflake: define the column under another name, such as column(\"" + name
                    + "_value\", c -> c.from(\"" + name + "\")).");
        }
        return name;
    }

    private static String key(String key) {
        return BARE.matcher(key).matches() && !SnowflakeIdentifier.isReserved(key) ? key : quoted(key);
    }

    private static String quoted(String name) {
        if (Escapes.withoutNul(name, "SQL").isEmpty()) {
            throw new IllegalArgumentException("An empty text is no name in SQL; give it a character.");
        }
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
