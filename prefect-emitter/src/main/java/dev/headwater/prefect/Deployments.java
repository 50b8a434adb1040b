package dev.headwater.prefect;

import dev.headwater.emit.Repository;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
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

    private final List<YamlNode> items;
    private final boolean pullsFromNowhere;

    private Deployments(List<YamlNode> items, boolean pullsFromNowhere) {
        this.items = items;
        this.pullsFromNowhere = pullsFromNowhere;
    }

    /** A deployment and a cron expression by which it starts. */
    record Start(String deployment, String cron, String timeZone) {}

    static Deployments of(Repository repository) {
        Optional<byte[]> file = repository.read(FILE);
        boolean nowhere = file.map(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(NOWHERE))
                .orElse(true);
        return new Deployments(file.map(Deployments::items).orElse(List.of()), nowhere);
    }

    private static List<YamlNode> items(byte[] file) {
        try {
            return YamlDocument.parse(SourceText.decode(file, "yaml")).root().stream()
                    .flatMap(root -> root.value("deployments").stream())
                    .flatMap(list -> list.elements().stream())
                    .toList();
        } catch (UnreadableTextException reportedElsewhere) {
            return List.of();
        }
    }

    boolean pullFromNowhere() {
        return pullsFromNowhere;
    }

    /** When each deployment starts, one a schedule. */
    List<Start> starts() {
        return items.stream().flatMap(Deployments::starts).toList();
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
