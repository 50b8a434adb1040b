package dev.headwater.prefect;

import dev.headwater.emit.Repository;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Entry;
import dev.headwater.read.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in {@code prefect.yaml} already, and what a new one starts with. A file that cannot be read is the
 * reconciler's to report.
 */
final class Deployments {

    static final String FILE = "prefect.yaml";

    /** The address in {@link #HEAD}, which somebody has to replace. */
    static final String NOWHERE = "https://github.com/your-org/data-pipelines.git";

    /** What a new file needs; without a pull step, Prefect would pull from the deployer's folder. */
    static final String HEAD = """
            ---
            name: data-pipelines

            pull:
              - prefect.deployments.steps.git_clone:
                  repository: %s
                  branch: main
            """.formatted(NOWHERE);

    private final Optional<YamlDocument> document;
    private final boolean pullsFromNowhere;

    private Deployments(Optional<YamlDocument> document, boolean pullsFromNowhere) {
        this.document = document;
        this.pullsFromNowhere = pullsFromNowhere;
    }

    /** A deployment and a cron expression by which it starts. */
    record Start(String deployment, String cron, String timeZone) {}

    static Deployments of(Repository repository) {
        Optional<byte[]> file = repository.read(FILE);
        boolean nowhere = file.map(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(NOWHERE))
                .orElse(true);
        return new Deployments(file.flatMap(Deployments::document), nowhere);
    }

    private static Optional<YamlDocument> document(byte[] file) {
        try {
            return Optional.of(YamlDocument.parse(SourceText.decode(file, "yaml")));
        } catch (UnreadableTextException reportedElsewhere) {
            return Optional.empty();
        }
    }

    boolean pullFromNowhere() {
        return pullsFromNowhere;
    }

    /** Keys that are written twice, of which Prefect takes the last without a word. */
    List<Scalar> repeatedKeys() {
        return document.stream()
                .flatMap(file -> file.repeated().stream())
                .map(Entry::key)
                .toList();
    }

    /** When each deployment starts, one a schedule. */
    List<Start> starts() {
        return document.flatMap(YamlDocument::root).flatMap(root -> root.value("deployments")).stream()
                .flatMap(list -> list.elements().stream())
                .flatMap(Deployments::starts)
                .toList();
    }

    private static Stream<Start> starts(YamlNode item) {
        return item.value("schedules").stream()
                .flatMap(list -> list.elements().stream())
                .filter(schedule -> !text(schedule, "active").equals("false"))
                .map(schedule -> new Start(text(item, "name"), text(schedule, "cron"), timeZone(schedule)));
    }

    private static String timeZone(YamlNode schedule) {
        String zone = text(schedule, "timezone");
        return zone.isEmpty() ? "UTC" : zone;
    }

    private static String text(YamlNode mapping, String key) {
        return mapping.value(key).flatMap(YamlNode::string).orElse("");
    }
}
