package dev.headwater.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of Python modules and functions, as Headwater writes them: lower-case letters, digits and underscores,
 * beginning with a letter; no keyword of Python 3.10 to 3.14; and no name that the emitted source, pipeline or flow
 * uses itself (each was seen to fail with dlt 1.31).
 */
public record PythonModule() implements NamingRule {

    private static final Set<String> KEYWORDS = Words.of("python-keywords.txt");

    private static final Set<String> USED = Words.of("python-emitted-names.txt");

    private static final int LONGEST = 64;

    @Override
    public String target() {
        return "Python module";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.python.character",
                !name.matches("[a-z][a-z0-9_]*"),
                "is not made of lower-case letters, digits and _, beginning with a letter");
        faults.add("name.python.keyword", KEYWORDS.contains(name), "is a keyword");
        faults.add("name.python.used", USED.contains(name), "is a name that the emitted code uses itself");
        faults.add(
                "name.python.length",
                name.length() > LONGEST,
                "is longer than the " + LONGEST + " characters of a dlt source");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
