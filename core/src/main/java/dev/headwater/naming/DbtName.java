package dev.headwater.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of dbt sources, tables, models and columns, as Headwater writes them: lower-case letters, digits and
 * underscores, beginning with a letter. A model is a file, so 250 characters and its ending are the most.
 */
public final class DbtName implements NamingRule {

    private static final int LONGEST = 250;

    /** The rule. */
    public DbtName() {}

    @Override
    public String target() {
        return "dbt name";
    }

    @Override
    public List<Fault> check(String name) {
        List<Fault> faults = new ArrayList<>();
        if (!name.matches("[a-z][a-z0-9_]*")) {
            faults.add(new Fault(
                    "name.dbt.character", "is not made of lower-case letters, digits and _, beginning with a letter"));
        }
        if (name.length() > LONGEST) {
            faults.add(new Fault("name.dbt.length", "is longer than a file name can be"));
        }
        return faults;
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.of(text)
                .map(name -> name.substring(0, Math.min(LONGEST, name.length())))
                .filter(name -> check(name).isEmpty());
    }
}
