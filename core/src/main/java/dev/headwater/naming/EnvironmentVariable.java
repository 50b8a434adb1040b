package dev.headwater.naming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of environment variables: upper-case letters, digits and underscores. dlt 1.31 looks an argument up under its
 * bare upper-case name last, so one that a shell sets already is filled from there without a word where its full name,
 * {@code SOURCES__<SOURCE>__<ARGUMENT>}, is forgotten; and one that is a setting of dlt's own changes that where
 * somebody sets the bare name. Both work by their full names, so they are cautions.
 */
public record EnvironmentVariable() implements NamingRule {

    /** Code of the caution that a variable means something already. */
    public static final String OWNED = "name.environment.owned";

    private static final Set<String> SHELL = Words.of("shell-variables.txt");
    private static final Set<String> DLT = Words.of("dlt-settings.txt");

    @Override
    public String target() {
        return "environment variable";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.environment.character",
                !name.matches("[A-Z_][A-Z0-9_]*"),
                "is not made of upper-case letters, digits and _");
        return faults.found();
    }

    @Override
    public List<Fault> cautions(String name) {
        if (SHELL.contains(name) || name.startsWith("LC_") || name.startsWith("BASH")) {
            return List.of(new Fault(OWNED, "is set by shells, and dlt takes that value for want of another"));
        }
        return DLT.contains(name)
                ? List.of(new Fault(OWNED, "is a setting of dlt's own, which whoever sets it changes as well"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, Integer.MAX_VALUE, name -> name.toUpperCase(Locale.ROOT));
    }
}
