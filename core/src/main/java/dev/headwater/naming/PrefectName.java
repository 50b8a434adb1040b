package dev.headwater.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of Prefect flows, deployments, work pools and tags (Prefect 3.8): not blank, none of {@code / % & > <}, no
 * braces, which {@code prefect.yaml} reads as a template, and nothing that cannot be seen.
 */
public final class PrefectName implements NamingRule {

    /** The rule. */
    public PrefectName() {}

    @Override
    public String target() {
        return "Prefect name";
    }

    @Override
    public List<Fault> check(String name) {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank() || !name.equals(name.strip()) || name.codePoints().anyMatch(PrefectName::isHidden)) {
            faults.add(new Fault(
                    "name.prefect.blank",
                    "is blank, has white space around it, or holds a character that cannot be seen"));
        }
        if (name.chars().anyMatch(c -> "/%&><{}".indexOf(c) >= 0 || c < 0x20 || c == 0x7F)) {
            faults.add(new Fault("name.prefect.character", "holds one of / % & > < { } or a control character"));
        }
        return faults;
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        boolean odd = type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE;
        return odd || (Character.isSpaceChar(c) && c != ' ');
    }

    @Override
    public Optional<String> suggest(String text) {
        if (check(text).isEmpty()) {
            return Optional.of(text);
        }
        return SnakeCase.of(text).map(name -> name.replace('_', '-'));
    }
}
