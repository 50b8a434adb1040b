package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class DltName implements NamingRule {

    /**
     * Normalises.
     *
     * @param name a name
     * @return what dlt makes of it
     */
    public static String normalise(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    /** A rule. */
    public DltName() {}

    @Override
    public String target() {
        return "DltName";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")
                ? List.of()
                : List.of(new Fault("name.dltname", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
