package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class TerraformLabel implements NamingRule {

    /** A rule. */
    public TerraformLabel() {}

    @Override
    public String target() {
        return "TerraformLabel";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? List.of() : List.of(new Fault("name.terraformlabel", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
