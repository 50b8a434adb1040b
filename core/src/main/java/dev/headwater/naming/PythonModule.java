package dev.headwater.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of Python modules and functions, as Headwater writes them: lower-case letters, digits and underscores,
 * beginning with a letter; no keyword of Python 3.10 to 3.14; and no name that the emitted source, pipeline or flow
 * uses itself (each was seen to fail with dlt 1.31).
 */
public record PythonModule() implements NamingRule {

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    private static final Set<String> USED = Set.of(
            "any",
            "base_url",
            "config",
            "datetime",
            "dict",
            "dlt",
            "expect_rows",
            "find_values",
            "flow",
            "flows",
            "iterator",
            "len",
            "load_info",
            "loaded_at",
            "load_task",
            "local_test",
            "partial",
            "pipeline",
            "pipelines",
            "prefect",
            "print",
            "resource",
            "rest_api_resources",
            "row",
            "run",
            "source",
            "sources",
            "stamp",
            "str",
            "task",
            "token_url",
            "utils");

    private static final int LONGEST = 64;

    @Override
    public String target() {
        return "Python module";
    }

    @Override
    public List<Fault> check(String name) {
        List<Fault> faults = new ArrayList<>();
        if (!name.matches("[a-z][a-z0-9_]*")) {
            faults.add(new Fault(
                    "name.python.character",
                    "is not made of lower-case letters, digits and _, beginning with a letter"));
        }
        if (KEYWORDS.contains(name)) {
            faults.add(new Fault("name.python.keyword", "is a keyword"));
        }
        if (USED.contains(name)) {
            faults.add(new Fault("name.python.used", "is a name that the emitted code uses itself"));
        }
        if (name.length() > LONGEST) {
            faults.add(
                    new Fault("name.python.length", "is longer than the " + LONGEST + " characters of a dlt source"));
        }
        return faults;
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
