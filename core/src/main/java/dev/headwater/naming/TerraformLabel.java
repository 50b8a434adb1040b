package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Labels of Terraform blocks, as Headwater writes them: lower-case letters, digits and underscores. Terraform 1.11
 * takes more, and no more than 255 bytes for a module, which it makes a file name of.
 */
public record TerraformLabel() implements NamingRule {

    private static final int LONGEST = 255;

    @Override
    public String target() {
        return "Terraform label";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.terraform.character",
                !name.matches("[a-z_][a-z0-9_]*"),
                "is not made of lower-case letters, digits and _");
        faults.add(
                "name.terraform.length",
                name.length() > LONGEST,
                "is longer than the 255 bytes of a file name, which Terraform makes of it");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
