package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Names of dbt sources, tables, models and columns, as Headwater writes them: lower-case letters, digits and
 * underscores, beginning with a letter. A model is a file, whose name and those of its temporary neighbours have at
 * most 255 bytes, so 230 characters are the most.
 */
public record DbtName() implements NamingRule {

    private static final int LONGEST = 230;

    @Override
    public String target() {
        return "dbt name";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.dbt.character",
                !name.matches("[a-z][a-z0-9_]*"),
                "is not made of lower-case letters, digits and _, beginning with a letter");
        faults.add(
                "name.dbt.length",
                name.length() > LONGEST,
                "is longer than the " + LONGEST + " characters that a file name has room for");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
