package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class PythonModule implements NamingRule {

    /** A rule. */
    public PythonModule() {}

    @Override
    public String target() {
        return "PythonModule";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? List.of() : List.of(new Fault("name.pythonmodule", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
