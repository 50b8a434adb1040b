package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Names of connectors of Kafka Connect, as Headwater writes them: letters, digits, {@code . _ -}, so that a name can
 * stand in a URL of its REST interface as it is. Kafka Connect itself refuses only blank names and control characters;
 * MSK Connect has room for 128 characters (<a
 * href="https://docs.aws.amazon.com/MSKC/latest/mskc/API_CreateConnector.html">CreateConnector</a>).
 */
public record KafkaConnectorName() implements NamingRule {

    private static final int LONGEST = 128;

    @Override
    public String target() {
        return "Kafka connector";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.connector.character",
                !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
                "is not made of letters, digits, ., _ and -, beginning with a letter or a digit");
        faults.add(
                "name.connector.length",
                name.length() > LONGEST,
                "is longer than the " + LONGEST + " characters of MSK Connect");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, LONGEST, name -> name.replace('_', '-'));
    }
}
