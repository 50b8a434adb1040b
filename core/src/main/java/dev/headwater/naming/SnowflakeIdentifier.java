package dev.headwater.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of databases, schemas, roles, users, warehouses and tables on Snowflake, as they are stored: upper case, so
 * that they can be used without quotes. At most 255 characters (<a
 * href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax">identifier requirements</a>), and none of the
 * <a href="https://docs.snowflake.com/en/sql-reference/reserved-keywords">reserved words</a>.
 */
public record SnowflakeIdentifier() implements NamingRule {

    private static final Set<String> RESERVED = Words.of("snowflake-reserved.txt");

    /** What cannot be used as an identifier in a SHOW command. */
    private static final Set<String> OF_SHOW =
            Set.of("ACCOUNT", "CONNECTION", "DATABASE", "GSCLUSTER", "ISSUE", "ORGANIZATION", "SCHEMA", "VIEW");

    private static final int LONGEST = 255;

    /**
     * Whether a word cannot be used without quotes.
     *
     * @param word a word in any case
     * @return true for reserved words
     */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }

    @Override
    public String target() {
        return "Snowflake identifier";
    }

    @Override
    public List<Fault> check(String name) {
        List<Fault> faults = new ArrayList<>();
        if (!name.matches("[A-Z_][A-Z0-9_]*")) {
            faults.add(new Fault(
                    "name.snowflake.character",
                    "would need quotes on Snowflake, which takes upper-case letters, digits and _ without them"));
        }
        if (name.length() > LONGEST) {
            faults.add(new Fault("name.snowflake.length", "is longer than Snowflake's " + LONGEST + " characters"));
        }
        if (isReserved(name)) {
            faults.add(new Fault("name.snowflake.reserved", "is a word that Snowflake reserves"));
        }
        return faults;
    }

    @Override
    public List<Fault> cautions(String name) {
        return OF_SHOW.contains(name)
                ? List.of(new Fault(
                        "name.snowflake.show", "cannot stand alone in SHOW ... IN: write the kind of object before it"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name.toUpperCase(Locale.ROOT));
    }
}
