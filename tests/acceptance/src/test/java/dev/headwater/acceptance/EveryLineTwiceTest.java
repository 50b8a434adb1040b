package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.FileChange;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.document.DocumentException;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A line that somebody wrote twice, in whatever file, gives a preview and never an exception. */
class EveryLineTwiceTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("headwater.examples", "../../examples"));
    private static final Path FIXTURES = EXAMPLES.resolve("../core/src/test/resources/fixtures");

    private static final String PREFECT = "prefect.yaml";
    private static final String SOURCES = "models/staging/dlt/_sources.yml";
    private static final String JSON = "snowflake/config/more.tf.json";

    /** Blocks as Terraform takes them: objects, lists of objects, and a block that the plan wants. */
    private static final String CONFIGURATION = """
            {
              "locals": {
                "team": "data"
              },
              "module": [
                {
                  "schema_dlt_hubspot": {
                    "source": "../modules/snowflake_schema",
                    "schema_name": "HUBSPOT"
                  }
                }
              ],
              "resource": {
                "snowflake_schema": {
                  "other": [
                    {
                      "name": "OTHER",
                      "database": "DLT"
                    }
                  ]
                }
              }
            }
            """;

    /** A repository with its emitters, as text by path. */
    private record House(String name, Map<String, String> files, List<Emitter> emitters) {

        House with(String path, String text) {
            Map<String, String> changed = new TreeMap<>(files);
            changed.put(path, text);
            return new House(name, changed, emitters);
        }

        Preview onboard(DataSourcePlan plan) {
            Map<String, byte[]> bytes = new TreeMap<>();
            files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
            return Workspace.of()
                    .repository(Repository.inMemory(name, bytes), emitters.toArray(new Emitter[0]))
                    .onboard(plan);
        }

        House after(DataSourcePlan plan) {
            House after = this;
            for (FileChange change : onboard(plan).changes(name).files()) {
                after = after.with(change.path(), change.after().orElseThrow());
            }
            return after;
        }

        Stream<String> paths(Predicate<String> wanted) {
            return files.keySet().stream().filter(wanted);
        }
    }

    private static House example(String name, Emitter... emitters) throws IOException {
        Path root = EXAMPLES.resolve("repositories").resolve(name);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return new House(name, files, List.of(emitters));
    }

    private static House terraform() throws IOException {
        return example("terraform", new TerraformEmitter());
    }

    private static House pipelines() throws IOException {
        return example("data-pipelines", new DltEmitter(), new PrefectEmitter());
    }

    private static House dbt() throws IOException {
        return example("dbt-transform", new DbtEmitter());
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }

    /** The text once for each of its lines, with that line twice. */
    private static List<String> withEachLineTwice(String text) {
        List<String> lines = List.of(text.split("(?<=\n)"));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> longer = new ArrayList<>(lines);
            longer.add(i, lines.get(i).endsWith("\n") ? lines.get(i) : lines.get(i) + "\n");
            texts.add(String.join("", longer));
        }
        return texts;
    }

    private static void onboardWithEachLineTwice(House house, String path, DataSourcePlan plan) {
        for (String text : withEachLineTwice(house.files().getOrDefault(path, ""))) {
            Preview preview = house.with(path, text).onboard(plan);
            assertThat(preview.runbook().toMarkdown()).isNotEmpty();
            boolean isReported = path.equals(PREFECT) || path.equals(SOURCES);
            if (isReported) {
                assertThatEachRepeatedKeyIsReported(preview, path, text);
            }
        }
    }

    private static void assertThatEachRepeatedKeyIsReported(Preview preview, String path, String text) {
        for (Entry entry : repeated(text)) {
            int line = entry.key().line();
            boolean isFinding = preview.findings().stream()
                    .anyMatch(finding -> finding.message().startsWith(path + ", line " + line + ": "));
            boolean isConflict = preview.conflicts().stream()
                    .anyMatch(conflict -> conflict.file().equals(path) && conflict.line() == line);
            assertThat(isFinding || isConflict).as("line %d of%n%s", line, text).isTrue();
        }
    }

    private static List<Entry> repeated(String text) {
        try {
            return YamlDocument.parse(text).repeated();
        } catch (DocumentException reported) {
            return List.of();
        }
    }

    private static DynamicTest test(House house, String path, DataSourcePlan plan) {
        return DynamicTest.dynamicTest(house.name() + "/" + path, () -> onboardWithEachLineTwice(house, path, plan));
    }

    @TestFactory
    Stream<DynamicTest> ofTheQuickstartsRepositoriesBeforeAndAfter() throws IOException {
        DataSourcePlan plan = HubSpotPlan.plan();
        return Stream.of(
                        pipelines(),
                        pipelines().after(plan),
                        dbt(),
                        dbt().after(plan),
                        terraform(),
                        terraform().after(plan))
                .flatMap(house -> house.paths(path -> isYaml(path) || path.endsWith(".tf"))
                        .map(path -> test(house, path, plan)));
    }

    @TestFactory
    Stream<DynamicTest> ofTheFixturesOfMerges() throws IOException {
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "crm",
                        RestApi.at("https://api.example.com/"),
                        source -> source.schedule(Schedule.dailyAt("07:00"))
                                .table(
                                        "orders",
                                        table -> table.description("One row per order.")
                                                .from(RestApi.endpoint("orders"))
                                                .merge("id")))
                .build();
        House pipelines = pipelines();
        House dbt = dbt();
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FIXTURES.resolve("yaml"))) {
            for (Path file :
                    files.filter(path -> isYaml(path.toString())).sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                House house = file.getFileName().toString().startsWith("s")
                        ? dbt.with(SOURCES, text)
                        : pipelines.with(PREFECT, text);
                String path = house.name().equals(dbt.name()) ? SOURCES : PREFECT;
                tests.add(DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> onboardWithEachLineTwice(house, path, plan)));
            }
        }
        assertThat(tests).hasSize(79);
        return tests.stream();
    }

    @Test
    void ofTerraformInJson() throws IOException {
        DataSourcePlan plan = HubSpotPlan.plan();
        House house = terraform().with(JSON, CONFIGURATION);
        assertThat(house.onboard(plan).conflicts()).anySatisfy(conflict -> {
            assertThat(conflict.code()).isEqualTo("hcl.override");
            assertThat(conflict.line()).isEqualTo(7);
        });

        onboardWithEachLineTwice(house, JSON, plan);
    }

    @Test
    void ofTerraformInJsonOnOneLine() throws IOException {
        String twice = "{\"module\": {\"a\": {}}, \"module\": {\"schema_dlt_hubspot\": {}}}";

        assertThat(terraform().with(JSON, twice).onboard(HubSpotPlan.plan()).conflicts())
                .anySatisfy(conflict -> assertThat(conflict.code()).isEqualTo("hcl.override"));
    }
}
