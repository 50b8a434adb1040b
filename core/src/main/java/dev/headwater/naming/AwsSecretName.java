package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Names of secrets in AWS Secrets Manager: 1 to 512 of letters, digits and {@code /_+=.@-} (<a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html">CreateSecret</a>, and the
 * AWS provider 5.100). The same page advises against names that end in a hyphen and six characters: such a name works,
 * so that is a caution.
 */
public record AwsSecretName() implements NamingRule {

    /** Code of the caution that a name ends like the suffix which AWS adds to an ARN. */
    public static final String AMBIGUOUS_SUFFIX = "name.aws.ambiguous-suffix";

    private static final int LONGEST = 512;

    @Override
    public String target() {
        return "AWS secret name";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.aws.character",
                !name.matches("[A-Za-z0-9/_+=.@-]+"),
                "holds a character other than letters, digits and /_+=.@-");
        faults.add(
                "name.aws.length",
                name.length() > LONGEST,
                "is longer than Secrets Manager's " + LONGEST + " characters");
        return faults.found();
    }

    @Override
    public List<Fault> cautions(String name) {
        return name.matches(".*-[A-Za-z0-9]{6}")
                ? List.of(new Fault(AMBIGUOUS_SUFFIX, "ends in a hyphen and six characters, like the suffix of an ARN"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
