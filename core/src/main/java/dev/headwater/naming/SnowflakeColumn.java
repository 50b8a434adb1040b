package dev.headwater.naming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of columns on Snowflake, in lower or upper case, which are used without quotes: what
 * {@link SnowflakeIdentifier} takes when it is stored in upper case.
 */
public record SnowflakeColumn() implements NamingRule {

    private static final SnowflakeIdentifier STORED = new SnowflakeIdentifier();

    @Override
    public String target() {
        return "Snowflake column";
    }

    @Override
    public List<Fault> check(String name) {
        // Upper case makes ASCII of letters such as ß and ſ, which are none of what Snowflake takes without quotes.
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        return STORED.check(ascii ? name.toUpperCase(Locale.ROOT) : name);
    }

    @Override
    public Optional<String> suggest(String text) {
        if (check(text).isEmpty()) {
            return Optional.of(text);
        }
        return STORED.suggest(text).map(name -> name.toLowerCase(Locale.ROOT));
    }
}
