package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/** Provisional. */
public final class AwsSecretName implements NamingRule {

    /** Code. */
    public static final String AMBIGUOUS_SUFFIX = "name.aws.suffix";

    /** A rule. */
    public AwsSecretName() {}

    @Override
    public String target() {
        return "AwsSecretName";
    }

    @Override
    public List<Fault> check(String name) {
        return name.matches("[A-Za-z0-9/_+=.@-]+") ? List.of() : List.of(new Fault("name.awssecretname", "is refused"));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.empty();
    }
}
