package dev.headwater.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of Kafka topics: 1 to 249 letters, digits, {@code . _ -}, and not {@code .} or {@code ..} (Apache Kafka 3 and
 * 4, {@code Topic.validate}); none of the topics that Kafka keeps for itself.
 */
public record KafkaTopic() implements NamingRule {

    private static final Set<String> INTERNAL =
            Set.of("__cluster_metadata", "__consumer_offsets", "__share_group_state", "__transaction_state");
    private static final int LONGEST = 249;

    @Override
    public String target() {
        return "Kafka topic";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.kafka.character",
                !name.matches("[A-Za-z0-9._-]+") || name.matches("\\.{1,2}"),
                "is . or .. alone, or not made of letters, digits, ., _ and -");
        faults.add("name.kafka.length", name.length() > LONGEST, "is longer than Kafka's " + LONGEST + " characters");
        faults.add("name.kafka.internal", INTERNAL.contains(name), "is a topic that Kafka keeps for itself");
        return faults.found();
    }

    /** In the names of metrics, a dot is an underscore. */
    @Override
    public List<Fault> cautions(String name) {
        return name.contains(".") && name.contains("_")
                ? List.of(new Fault(
                        "name.kafka.collision",
                        "holds both . and _, which the names of Kafka's metrics do not tell apart"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name);
    }
}
