package dev.headwater.prefect;

import dev.headwater.emit.Repository;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * The deployments that stand in {@code prefect.yaml} already. A file that cannot be read is the reconciler's to report.
 */
final class Deployments {

    static final String FILE = "prefect.yaml";

    private Deployments() {}

    /** Names of deployments that start by the same expression in the same time zone. */
    static List<String> startingWith(String cron, String timeZone, Repository repository) {
        try {
            return repository.read(FILE).map(bytes -> YamlDocument.parse(SourceText.decode(bytes, "yaml"))).stream()
                    .flatMap(document -> document.root().stream())
                    .flatMap(root -> root.value("deployments").stream())
                    .flatMap(list -> list.elements().stream())
                    .filter(item -> startsWith(item, cron, timeZone))
                    .map(item -> text(item, "name"))
                    .toList();
        } catch (UnreadableTextException reportedElsewhere) {
            return List.of();
        }
    }

    private static boolean startsWith(YamlNode item, String cron, String timeZone) {
        return item.value("schedules").stream()
                .flatMap(list -> list.elements().stream())
                .anyMatch(schedule -> text(schedule, "cron").equals(cron)
                        && Optional.of(text(schedule, "timezone"))
                                .filter(zone -> !zone.isEmpty())
                                .orElse("UTC")
                                .equals(timeZone));
    }

    private static String text(YamlNode mapping, String key) {
        return mapping.value(key).flatMap(YamlNode::string).orElse("");
    }
}
