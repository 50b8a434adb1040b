package dev.headwater.naming;

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
        Faults faults = new Faults();
        faults.add(
                "name.snowflake.character",
                !name.matches("[A-Z_][A-Z0-9_]*"),
                "would need quotes on Snowflake, which takes upper-case letters, digits and _ without them");
        faults.add(
                "name.snowflake.length",
                name.length() > LONGEST,
                "is longer than Snowflake's " + LONGEST + " characters");
        faults.add("name.snowflake.reserved", isReserved(name), "is a word that Snowflake reserves");
        return faults.found();
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
