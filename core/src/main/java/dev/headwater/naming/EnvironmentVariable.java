package dev.headwater.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of environment variables: upper-case letters, digits and underscores. dlt 1.31 looks an argument up under its
 * bare upper-case name last, so a name that a shell sets already would be filled from there without a word.
 */
public final class EnvironmentVariable implements NamingRule {

    private static final Set<String> OWNED = Set.of(
            "CDPATH",
            "COLUMNS",
            "DISPLAY",
            "EDITOR",
            "EUID",
            "GROUPS",
            "HISTFILE",
            "HISTSIZE",
            "HOME",
            "HOST",
            "HOSTNAME",
            "HOSTTYPE",
            "IFS",
            "LANG",
            "LANGUAGE",
            "LINES",
            "LOGNAME",
            "MACHTYPE",
            "MAIL",
            "MAILPATH",
            "OLDPWD",
            "OPTARG",
            "OPTIND",
            "OSTYPE",
            "PAGER",
            "PATH",
            "PPID",
            "PWD",
            "RANDOM",
            "SECONDS",
            "SHELL",
            "SHELLOPTS",
            "SHLVL",
            "TEMP",
            "TERM",
            "TMP",
            "TMPDIR",
            "TZ",
            "UID",
            "USER",
            "USERNAME",
            "VIRTUAL_ENV",
            "VISUAL");

    /** The rule. */
    public EnvironmentVariable() {}

    @Override
    public String target() {
        return "environment variable";
    }

    @Override
    public List<Fault> check(String name) {
        List<Fault> faults = new ArrayList<>();
        if (!name.matches("[A-Z_][A-Z0-9_]*")) {
            faults.add(new Fault("name.environment.character", "is not made of upper-case letters, digits and _"));
        }
        if (OWNED.contains(name) || name.startsWith("LC_") || name.startsWith("BASH")) {
            faults.add(new Fault("name.environment.owned", "is set by shells already, and dlt would take that value"));
        }
        return faults;
    }

    @Override
    public Optional<String> suggest(String text) {
        if (check(text).isEmpty()) {
            return Optional.of(text);
        }
        return SnakeCase.of(text)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> check(name).isEmpty());
    }
}
