package dev.headwater.naming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of flow files. A Prefect worker puts the flow's folder first on the module path, so a flow file that is named
 * like a module of the standard library or of an installed package stands in its way (RB19; seen with Prefect 3.8).
 */
public record PythonFlowModule() implements NamingRule {

    private static final Set<String> STANDARD_LIBRARY = Words.of("python-standard-library.txt");
    private static final Set<String> WORKER = Words.of("python-worker-packages.txt");

    @Override
    public String target() {
        return "flow file";
    }

    @Override
    public List<Fault> check(String spelled) {
        // Some file systems fold case.
        String name = spelled.toLowerCase(Locale.ROOT);
        if (STANDARD_LIBRARY.contains(name)) {
            return List.of(new Fault(
                    "name.python.shadows", "hides the module of that name in Python's standard library (RB19)"));
        }
        return WORKER.contains(name)
                ? List.of(new Fault("name.python.shadows", "hides an installed package of that name (RB19)"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        if (check(text).isEmpty()) {
            return Optional.of(text);
        }
        return SnakeCase.of(text).map(name -> check(name).isEmpty() ? name : name + "_data");
    }
}
