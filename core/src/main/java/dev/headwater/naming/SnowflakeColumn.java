package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class SnowflakeColumn implements NamingRule {

    /** A rule. */
    public SnowflakeColumn() {}

    @Override
    public String target() {
        return "SnowflakeColumn";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[a-zA-Z_][a-zA-Z0-9_]*")
                ? List.of()
                : List.of(new Fault("name.snowflakecolumn", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
