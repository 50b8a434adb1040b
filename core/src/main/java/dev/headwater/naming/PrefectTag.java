package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Tags of Prefect flows and deployments (Prefect 3.8), which take what names do not, such as a slash: not blank, no
 * braces, which {@code prefect.yaml} reads as a template, and nothing that cannot be seen.
 */
public record PrefectTag() implements NamingRule {

    @Override
    public String target() {
        return "Prefect tag";
    }

    @Override
    public List<Fault> check(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return List.of(new Fault("name.prefect.blank", "is blank or has white space around it"));
        }
        return name.codePoints().anyMatch(c -> c == '{' || c == '}' || PrefectName.isHidden(c))
                ? List.of(new Fault("name.prefect.tag", "holds a brace or a character that cannot be seen"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, Integer.MAX_VALUE, name -> name.replace('_', '-'));
    }
}
