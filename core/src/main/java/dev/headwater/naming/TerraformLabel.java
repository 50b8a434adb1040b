package dev.headwater.naming;

import java.util.ArrayList;
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
        List<Fault> faults = new ArrayList<>();
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            faults.add(new Fault("name.terraform.character", "is not made of lower-case letters, digits and _"));
        }
        if (name.length() > LONGEST) {
            faults.add(new Fault(
                    "name.terraform.length",
                    "is longer than the 255 bytes of a file name, which Terraform makes of it"));
        }
        return faults;
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
