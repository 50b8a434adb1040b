package dev.headwater.render;

import dev.headwater.naming.SnowflakeIdentifier;
import java.util.Locale;

/** Names in SQL that Snowflake stores in upper case. */
public final class SqlIdentifier {

    private SqlIdentifier() {}

    /**
     * Encodes the name of a column or table as dlt creates it: bare, or in quotes and upper case when it is reserved.
     *
     * @param name lower-case name
     * @return the identifier
     */
    public static String encode(String name) {
        return SnowflakeIdentifier.isReserved(name) ? "\"" + name.toUpperCase(Locale.ROOT) + "\"" : name;
    }
}
