package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class DbtName implements NamingRule {

    /** A rule. */
    public DbtName() {}

    @Override
    public String target() {
        return "DbtName";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[a-z][a-z0-9_]*") ? List.of() : List.of(new Fault("name.dbtname", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
