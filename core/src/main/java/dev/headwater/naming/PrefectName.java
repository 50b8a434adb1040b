package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class PrefectName implements NamingRule {

    /** A rule. */
    public PrefectName() {}

    @Override
    public String target() {
        return "PrefectName";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[^/%&><]+") ? List.of() : List.of(new Fault("name.prefectname", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
