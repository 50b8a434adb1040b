package dev.headwater.prefect;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.RepositoryView.YamlFile;
import dev.headwater.render.YamlText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What other people have in {@code prefect.yaml}, and what a new one starts with. A file that cannot be read is the
 * reconciler's to report.
 */
final class Deployments {

    static final String FILE = "prefect.yaml";

    /** Where the address begins that somebody has to replace. */
    private static final String NOBODY = "https://github.com/your-org/";

    private final RepositoryView view;
    private final YamlFile file;
    private final boolean pullsFromNowhere;
    private final List<Runner> runners;
    private final Map<String, Optional<String>> flows = new HashMap<>();

    private Deployments(RepositoryView view, YamlFile file, boolean pullsFromNowhere) {
        this.view = view;
        this.file = file;
        this.pullsFromNowhere = pullsFromNowhere;
        this.runners = items().map(Runner::of).toList();
    }

    /** A deployment and a cron expression by which it starts. */
    record Start(String deployment, String cron, String timeZone) {}

    /** A deployment and what it starts. */
    record Runner(String deployment, int line, String file, String function) {

        static Runner of(YamlNode item) {
            String entrypoint = text(item, "entrypoint").replaceAll("^(\\./)+", "");
            int colon = entrypoint.lastIndexOf(':');
            int end = colon >= 0 ? colon : Math.max(0, entrypoint.lastIndexOf('.'));
            String file = entrypoint.substring(0, end);
            return new Runner(
                    text(item, "name"),
                    item.line(),
                    colon >= 0 ? file : file.replace('.', '/') + ".py",
                    entrypoint.substring(Math.min(end + 1, entrypoint.length())));
        }
    }

    static Deployments of(RepositoryView view) {
        boolean nowhere = view.text(FILE).map(text -> text.contains(NOBODY)).orElse(true);
        return new Deployments(view, view.yaml(FILE), nowhere);
    }

    /** What a new file needs; without a pull step, Prefect would pull from the deployer's folder. */
    String head() {
        return """
                ---
                name: %s

                pull:
                  - prefect.deployments.steps.git_clone:
                      repository: %s
                      branch: main
                """.formatted(YamlText.scalar(view.name()), nowhere());
    }

    /** The address in {@link #head}. */
    String nowhere() {
        return NOBODY + view.name().replaceAll("[^A-Za-z0-9._-]+", "-") + ".git";
    }

    boolean pullFromNowhere() {
        return pullsFromNowhere;
    }

    /** Keys that are written twice, of which Prefect takes the last without a word. */
    List<Scalar> repeatedKeys() {
        return file.repeated().stream().map(Entry::key).toList();
    }

    /** The deployments that start a function of a file. */
    List<Runner> runners(String file) {
        return runners.stream().filter(runner -> runner.file().equals(file)).toList();
    }

    /** The deployments whose flow stands in another file, which imports a module. */
    List<Runner> runnersElsewhere(String file, String module) {
        Pattern imported = importing(module);
        return runners.stream()
                .filter(runner -> !runner.file().equals(file))
                .filter(runner -> flow(runner.file())
                        .filter(text -> imported.matcher(text).find())
                        .isPresent())
                .toList();
    }

    /** A statement that imports a module, by its full name or from its package. */
    private static Pattern importing(String module) {
        int dot = module.lastIndexOf('.');
        String whole = "(?:from|import)\\s+" + Pattern.quote(module);
        if (dot < 0) {
            return Pattern.compile("(?m)^[ \\t]*" + whole + "\\b");
        }
        String part = "from\\s+" + Pattern.quote(module.substring(0, dot)) + "\\s+import\\s[^\\n]*?\\b"
                + Pattern.quote(module.substring(dot + 1));
        return Pattern.compile("(?m)^[ \\t]*(?:" + whole + "|" + part + ")\\b");
    }

    private Optional<String> flow(String file) {
        return flows.computeIfAbsent(
                file, path -> Optional.of(path).filter(Deployments::isPath).flatMap(view::text));
    }

    /** Whether it can be a path in the repository; anything may stand in an entrypoint. */
    private static boolean isPath(String file) {
        return Arrays.stream(file.split("/", -1)).allMatch(part -> part.matches("[\\w-][\\w .-]*"));
    }

    /** When each deployment starts, one a schedule. */
    List<Start> starts() {
        return items().flatMap(Deployments::starts).toList();
    }

    private Stream<YamlNode> items() {
        return file.items("deployments");
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
