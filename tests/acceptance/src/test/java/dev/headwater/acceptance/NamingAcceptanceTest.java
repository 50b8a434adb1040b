package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.examples.Command;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.DltName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PrefectTag;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.naming.SnowflakeColumn;
import dev.headwater.naming.TerraformLabel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a naming rule takes, its tool takes as well, and keeps as it is. Thousands of names go to one process each. */
class NamingAcceptanceTest {

    /** Words that mean something to some tool, and what people call things. */
    private static final List<String> WORDS = List.of(
            ("select from where order group table view column index key value date time timestamp user role schema"
                            + " database account name type comment class def lambda async await match case import"
                            + " global none true false null source ref model config meta var tags version module"
                            + " resource variable output provider count each self path terraform locals id uuid email"
                            + " customer orders line items é größe 2024 1st x _dlt dlt run flow task a b")
                    .split(" "));

    private static final List<String> NAMES = names();

    private static List<String> names() {
        Random random = new Random(11);
        List<String> names = new ArrayList<>(WORDS);
        List<String> joints = List.of("_", "_", "_", "", "__", "-", " ", ".");
        while (names.size() < 4000) {
            StringBuilder name = new StringBuilder(any(WORDS, random));
            for (int i = random.nextInt(3); i >= 0; i--) {
                name.append(any(joints, random)).append(any(WORDS, random));
            }
            names.add(random.nextInt(8) == 0 ? name.toString().toUpperCase(Locale.ROOT) : name.toString());
        }
        return names.stream().distinct().toList();
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> taken(NamingRule rule) {
        List<String> taken =
                NAMES.stream().filter(name -> rule.check(name).isEmpty()).toList();
        assertThat(taken).as(rule.target()).hasSizeGreaterThan(500);
        return taken;
    }

    private static String script(String name, Path folder) throws IOException {
        try (InputStream in = NamingAcceptanceTest.class.getResourceAsStream("/python/" + name)) {
            return Files.write(
                            folder.resolve(name),
                            Objects.requireNonNull(in, name).readAllBytes())
                    .toString();
        }
    }

    @Test
    void pythonDltAndPrefectTakeTheirNames(@TempDir Path temporary) throws IOException {
        Tool.PYTHON.needed();
        List<String> lines = Stream.of(
                        taken(new PythonModule()).stream().map("python\t"::concat),
                        taken(new DltName()).stream().map("dlt\t"::concat),
                        taken(new PrefectName()).stream().map("prefect\t"::concat),
                        taken(new PrefectTag()).stream().map("tag\t"::concat))
                .flatMap(names -> names)
                .toList();
        String refused = Command.in(
                        temporary,
                        PythonEnvironment.of("pipelines").program("python"),
                        script("judge_names.py", temporary),
                        Files.write(temporary.resolve("names.txt"), lines).toString())
                .with(Map.of("PREFECT_HOME", temporary.toString(), "PREFECT_LOGGING_LEVEL", "ERROR"))
                .run()
                .orFail()
                .output();
        assertThat(refused).isEmpty();
    }

    @Test
    void terraformTakesLabels(@TempDir Path temporary) throws IOException {
        Tool.TERRAFORM.needed();
        String blocks = taken(new TerraformLabel()).stream()
                .map(label -> "resource \"terraform_data\" \"" + label + "\" {}\n")
                .collect(Collectors.joining());
        Files.writeString(temporary.resolve("main.tf"), blocks);
        Map<String, String> quiet = Map.of("TF_CLI_CONFIG_FILE", "/dev/null", "CHECKPOINT_DISABLE", "1");
        Command.in(temporary, "terraform", "init", "-input=false")
                .with(quiet)
                .run()
                .orFail();
        Command.in(temporary, "terraform", "validate").with(quiet).run().orFail();
    }

    @Test
    void sqlfluffReadsColumnsBare(@TempDir Path temporary) throws IOException {
        Tool.PYTHON.needed();
        String refused = Command.in(
                        temporary,
                        PythonEnvironment.of("dbt").program("python"),
                        script("judge_columns.py", temporary),
                        Files.write(
                                        temporary.resolve("names.txt"),
                                        taken(new SnowflakeColumn()).subList(0, 500))
                                .toString())
                .run()
                .orFail()
                .output();
        assertThat(refused).isEmpty();
    }

    @Test
    void dbtTakesSourcesTablesColumnsAndModels(@TempDir Path temporary) throws IOException {
        Tool.PYTHON.needed();
        List<String> names = taken(new DbtName()).subList(0, 500);
        Path models = Files.createDirectories(temporary.resolve("models"));
        Files.writeString(
                temporary.resolve("dbt_project.yml"),
                "name: judge\nversion: \"1.0.0\"\nconfig-version: 2\nprofile: judge\n");
        Files.writeString(
                temporary.resolve("profiles.yml"),
                "judge:\n  target: local\n  outputs:\n    local:\n      type: duckdb\n      path: judge.duckdb\n");
        StringBuilder sources = new StringBuilder("version: 2\nsources:\n");
        for (String name : names) {
            String quoted = "\"" + name + "\"";
            sources.append("  - name: ")
                    .append(quoted)
                    .append("\n    tables:\n      - name: ")
                    .append(quoted);
            sources.append("\n        columns:\n          - name: ")
                    .append(quoted)
                    .append('\n');
            Files.writeString(models.resolve(name + ".sql"), "select 1 as one\n");
        }
        Files.writeString(models.resolve("_sources.yml"), sources);
        Command.in(temporary, PythonEnvironment.of("dbt").program("dbt"), "--warn-error", "parse")
                .with(Map.of(
                        "DBT_PROFILES_DIR",
                        temporary.toString(),
                        "DO_NOT_TRACK",
                        "1",
                        "DBT_VERSION_CHECK",
                        "false",
                        "DBT_SEND_ANONYMOUS_USAGE_STATS",
                        "false"))
                .run()
                .orFail();
    }

    @Test
    void aShellTakesEnvironmentVariables(@TempDir Path temporary) throws IOException {
        List<String> names = NAMES.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> new EnvironmentVariable().check(name).isEmpty())
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(500);
        Files.write(
                temporary.resolve("export.sh"),
                names.stream().map(name -> "export " + name + "=1").toList());
        assertThat(Command.in(temporary, "sh", "-e", "export.sh").run().orFail().output())
                .isEmpty();
    }

    /** RB19. */
    @Test
    void noFlowFileIsCalledLikeAModuleThatAWorkerHas(@TempDir Path temporary) throws IOException {
        Tool.PYTHON.needed();
        List<String> modules = Command.in(
                        temporary, PythonEnvironment.of("pipelines").program("python"), script("modules.py", temporary))
                .run()
                .orFail()
                .output()
                .lines()
                .toList();
        assertThat(modules)
                .hasSizeGreaterThan(200)
                .allSatisfy(module -> assertThat(
                                new PythonFlowModule().check(module.substring(module.indexOf(' ') + 1)))
                        .as(module)
                        .isNotEmpty());
    }

    @Test
    void whatDltReadsForItselfIsACaution(@TempDir Path temporary) throws IOException {
        Tool.PYTHON.needed();
        List<String> settings = Command.in(
                        temporary,
                        PythonEnvironment.of("pipelines").program("python"),
                        script("settings.py", temporary))
                .with(Map.of("DLT_DATA_DIR", temporary.toString(), "RUNTIME__DLTHUB_TELEMETRY", "false"))
                .run()
                .orFail()
                .output()
                .lines()
                .toList();
        assertThat(settings)
                .contains("CREDENTIALS")
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(new EnvironmentVariable().cautions(setting))
                        .as(setting)
                        .isNotEmpty());
    }
}
