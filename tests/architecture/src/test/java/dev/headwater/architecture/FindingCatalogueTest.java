package dev.headwater.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.platform.Deviation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/deviations.md} lists every deviation from the runbook, and every other finding that a preview can have.
 * {@code -Dheadwater.goldens=write} writes it anew.
 */
class FindingCatalogueTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path DOCUMENT = ROOT.resolve("docs").resolve("deviations.md");
    private static final List<String> SPEAKERS =
            List.of("core", "terraform-emitter", "dlt-emitter", "prefect-emitter", "dbt-emitter");

    private static final Pattern SAID =
            Pattern.compile("\\b(act|know|unlessAsWritten)\\(\\s*(?:Deviation\\.([A-Z_]+)|\"([a-z.-]+)\"|(CODE)\\b)");
    private static final Pattern CONSTANT = Pattern.compile("String CODE = \"([a-z.-]+)\"");

    private static final String HEAD = """
            # Where the output differs from the runbook, and why

            What a repository shows decides; where it shows nothing, the runbook's text is written as long as the tools accept
            it; what cannot work is written so that it does. Each row is a finding of that code, only where a plan and its repositories
            lead to it: **act**, in `preview.findings()`, asks somebody to decide or to do something, and names the setting that
            settles it; **know**, in `preview.notes()` and in the last section of the runbook, tells.
            `Platform.runbook().with(p -> ...)` goes the other way where there is one, and `mute("RB32")` on the platform, a source
            or a table leaves findings out. `dev.headwater.platform.Deviation` is the same as code.

            | code | step | the runbook | Headwater | because | level | the other way |
            |---|---|---|---|---|---|---|
            """;

    private static final String OTHERS = """

            ## Other findings

            | code | level | when |
            |---|---|---|
            """;

    /** When each of the other findings is said. */
    private static final Map<String, String> OTHER = new TreeMap<>(Map.ofEntries(
            Map.entry("airbyte.api-secret", "No Terraform makes the secret in which flows find Airbyte's API."),
            Map.entry(
                    "airbyte.provider",
                    "The folder for Airbyte's Terraform is people's, and configures no provider for it."),
            Map.entry("airbyte.state", "The folder for Airbyte's Terraform is new and has no backend."),
            Map.entry("apply.leftover", "An apply was cut off and left a file, which the next one removes."),
            Map.entry("choice.other-method", "By what is known of a source, the runbook's table has another method."),
            Map.entry("dbt.append-repeats", "A table may append a row again, so its key is not tested for unique."),
            Map.entry("dbt.folder", "The project's model-paths leave out the folder of staging models."),
            Map.entry("dbt.freshness", "The loader tells no load time, so the source has no freshness."),
            Map.entry("dbt.key-twice", "A key is written twice in a file of the source or a model."),
            Map.entry("dbt.freshness-differs", "A declared source has a freshness that does not go with the plan."),
            Map.entry("dbt.project", "dbt_project.yml cannot be read, or others' files are there without it."),
            Map.entry("dbt.query-ignored", "The load time is a query, and the repository keeps dbt before 1.10."),
            Map.entry("dbt.source-disabled", "The declared source, or a table of the plan in it, is disabled."),
            Map.entry("dbt.source-elsewhere", "A source of that name reads another database or schema."),
            Map.entry("dbt.unreadable", "A file that speaks of the source or model cannot be read."),
            Map.entry("dlt.append-all", "A table appends without a cursor, so each run adds all rows again."),
            Map.entry("dlt.key-in-url", "The API key is a part of the URL, which logs show."),
            Map.entry("dlt.shadowed", "A module of the source's name is hidden by the new package."),
            Map.entry("method.unhandled", "No emitter of the workspace writes the way in, on which others depend."),
            Map.entry("prefect.key-twice", "A key is written twice in prefect.yaml, of which Prefect takes the last."),
            Map.entry("prefect.pull", "A new prefect.yaml pulls from a placeholder."),
            Map.entry("prefect.yml", "The repository has a prefect.yml, which Prefect does not read."),
            Map.entry(
                    "snowpipe.first-notification",
                    "A first notification is written, which replaces one that the bucket has outside of Terraform."),
            Map.entry("snowpipe.integration", "No Terraform makes the storage integration that the plan names."),
            Map.entry("snowpipe.module", "The module for pipes cannot carry a source's format and load time."),
            Map.entry("snowpipe.preview", "The provider block does not switch on what is a preview."),
            Map.entry("snowpipe.provider", "The Snowflake provider that is required is too old."),
            Map.entry("terraform.already-there", "The database, user, schema or secret is there under another label."),
            Map.entry("terraform.folder", "The folder for Terraform is not as the others are, or not the one in use."),
            Map.entry("terraform.module-contract", "A module's files or other calls leave open whether a call fits."),
            Map.entry("terraform.module-missing", "The module is nowhere in the repository."),
            Map.entry("terraform.provider", "Provider configurations of the call and of the root do not fit."),
            Map.entry("terraform.schema-map", "Other schemas of the database are kept in one map."),
            Map.entry("terraform.unread", "The folder for Terraform has JSON or override files."),
            Map.entry("terraform.undeclared", "The text refers to something that the repository does not declare."),
            Map.entry(AwsSecretName.AMBIGUOUS_SUFFIX, "A secret's name ends like the suffix of an ARN."),
            Map.entry(EnvironmentVariable.OWNED, "A secret's bare variable belongs to shells or to dlt itself.")));

    private static String mainCode() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String module : SPEAKERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file);
                    Matcher constant = CONSTANT.matcher(text);
                    code.append(
                            constant.find()
                                    ? text.replaceAll("\\bCODE\\b(?! =)", "\"" + constant.group(1) + "\"")
                                    : text);
                }
            }
        }
        return code.toString();
    }

    /** The levels at which each code is said in main code. */
    private static Map<String, Set<String>> levels() throws IOException {
        Map<String, Set<String>> levels = new TreeMap<>();
        SAID.matcher(mainCode()).results().forEach(said -> {
            String code = said.group(2) == null
                    ? said.group(3)
                    : Deviation.valueOf(said.group(2)).code();
            levels.computeIfAbsent(code, any -> new TreeSet<>())
                    .add(said.group(1).equals("act") ? "act" : "know");
        });
        levels.put(AwsSecretName.AMBIGUOUS_SUFFIX, Set.of("know"));
        levels.put(EnvironmentVariable.OWNED, Set.of("act"));
        // A name that hides a module is a problem of the plan.
        levels.put(Deviation.FLOW_FILE.code(), Set.of("problem"));
        return levels;
    }

    private static String row(Deviation deviation, Set<String> levels) {
        return Stream.of(
                        "`" + deviation.code() + "`",
                        deviation.step(),
                        cell(deviation.runbook()),
                        cell(deviation.instead()),
                        cell(deviation.reason()),
                        String.join(", ", levels),
                        deviation.wayBack().map(way -> "`" + way + "`").orElse(""))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** What looks like HTML or emphasis is text. */
    private static String cell(String text) {
        return text.replaceAll("[<*_`|]", "\\\\$0");
    }

    @Test
    void everyDeviationIsSaidSomewhereAndEveryOtherCodeIsExplained() throws IOException {
        Set<String> documented = new TreeSet<>(OTHER.keySet());
        Stream.of(Deviation.values()).map(Deviation::code).forEach(documented::add);
        assertThat(levels().keySet()).isEqualTo(documented);
    }

    @Test
    void theDocumentSaysWhatTheCodeSays() throws IOException {
        Map<String, Set<String>> levels = levels();
        StringBuilder text = new StringBuilder(HEAD);
        for (Deviation deviation : Deviation.values()) {
            text.append(row(deviation, levels.getOrDefault(deviation.code(), Set.of())));
        }
        text.append(OTHERS);
        OTHER.forEach((code, when) -> text.append("| `" + code + "` | "
                + String.join(", ", levels.getOrDefault(code, Set.of())) + " | " + when + " |\n"));
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(DOCUMENT));
    }
}
