package dev.headwater.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of modules and functions of Python that somebody else wrote: letters, digits and underscores, not beginning
 * with a digit, and no keyword of Python 3.10 to 3.14. What Headwater writes itself is a {@link PythonModule}.
 */
public record PythonName() implements NamingRule {

    private static final Set<String> KEYWORDS = Words.of("python-keywords.txt");

    /** Those that are not in lower case. */
    private static final Set<String> VALUES = Set.of("None", "True", "False");

    private static final int LONGEST = 255;

    @Override
    public String target() {
        return "Python name";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.python.identifier",
                !name.matches("[A-Za-z_][A-Za-z0-9_]*"),
                "is not made of letters, digits and _, beginning with a letter or _");
        faults.add("name.python.keyword", KEYWORDS.contains(name) || VALUES.contains(name), "is a keyword");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
