package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Names of Prefect flows, deployments and work pools (Prefect 3.8): not blank, none of {@code / % & > <}, no braces,
 * which {@code prefect.yaml} reads as a template, and nothing that cannot be seen.
 */
public record PrefectName() implements NamingRule {

    @Override
    public String target() {
        return "Prefect name";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.prefect.blank",
                name.isBlank() || !name.equals(name.strip()),
                "is blank or has white space around it");
        faults.add(
                "name.prefect.character",
                name.codePoints().anyMatch(c -> "/%&><{}".indexOf(c) >= 0 || isHidden(c)),
                "holds one of / % & > < { } or a character that cannot be seen");
        return faults.found();
    }

    static boolean isHidden(int c) {
        int type = Character.getType(c);
        boolean odd = type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE;
        return odd || (Character.isSpaceChar(c) && c != ' ');
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, Integer.MAX_VALUE, name -> name.replace('_', '-'));
    }
}
