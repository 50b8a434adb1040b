package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class EnvironmentVariable implements NamingRule {

    /** A rule. */
    public EnvironmentVariable() {}

    @Override
    public String target() {
        return "EnvironmentVariable";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[A-Z_][A-Z0-9_]*")
                ? List.of()
                : List.of(new Fault("name.environmentvariable", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
