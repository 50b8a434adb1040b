package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.examples.Command;
import dev.headwater.examples.CrmApi;
import dev.headwater.examples.LocalRun;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.naming.DltName;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ruff, mypy, dlt and Prefect on what is emitted, unedited. */
class PythonAcceptanceTest {

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LAYOUT_A", "LAYOUT_A_NEW_LOADER", "SNOWPIPE", "SNOWPIPE_NEW_LOADER", "SNOWPIPE_PLAIN"})
    void ruffAndMypyFindNothing(Scenario scenario) throws IOException {
        scenario.applied();
        PythonEnvironment environment = PythonEnvironment.of("pipelines");
        Path repository = scenario.dataPipelines();
        Command.in(repository, environment.program("ruff"), "check", "--no-cache", ".")
                .run()
                .orFail();
        Command.in(repository, environment.program("ruff"), "format", "--no-cache", "--check", ".")
                .run()
                .orFail();
        List<String> mypy = new ArrayList<>(List.of(environment.program("mypy"), "--strict"));
        Stream.of("sources", "pipelines", "flows")
                .filter(folder -> Files.isDirectory(repository.resolve(folder)))
                .forEach(mypy::add);
        Command.in(repository, mypy.toArray(new String[0]))
                .with(Map.of(
                        "MYPY_CACHE_DIR",
                        Path.of("target", "mypy").toAbsolutePath().toString()))
                .run()
                .orFail();
        Matrix.proved(scenario, Judge.RUFF, Judge.MYPY);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LAYOUT_A", "LAYOUT_A_NEW_LOADER", "SNOWPIPE", "SNOWPIPE_NEW_LOADER", "SNOWPIPE_PLAIN"})
    void prefectReadsTheDeployments(Scenario scenario, @TempDir Path temporary) throws IOException {
        scenario.applied();
        Path script = script("check_prefect_yaml.py", temporary);
        List<String> words =
                new ArrayList<>(List.of(PythonEnvironment.of("pipelines").program("python"), script.toString()));
        words.addAll(scenario.deployments());
        Command.in(scenario.dataPipelines(), words.toArray(new String[0]))
                .with(Map.of("PYTHONPATH", ".", "PREFECT_HOME", temporary.toString()))
                .run()
                .orFail();
        Matrix.proved(scenario, Judge.PREFECT);
    }

    /** Merge by key, replace, and append: the second run sees one changed and some new rows. */
    @Test
    void thePipelineLoadsTwiceAndTheFlowLoadsToo(@TempDir Path temporary) throws IOException {
        Scenario.QUICKSTART.applied();
        LocalRun run = new LocalRun(temporary, "DLT");
        Path repository = Scenario.QUICKSTART.dataPipelines();
        try (CrmApi api = new CrmApi()) {
            Map<String, String> own = Map.of(
                    "SOURCES__HUBSPOT__HUBSPOT_BASE_URL",
                    api.baseUrl(),
                    "SOURCES__HUBSPOT__ACCESS_TOKEN",
                    CrmApi.TOKEN + "\n");
            run.module(repository, "pipelines.hubspot", own).orFail();
            assertThat(counts(run, "hubspot", "contacts", "companies", "deals")).containsExactly("5", "5", "5");
            api.change();
            run.module(repository, "pipelines.hubspot", own).orFail();
            assertThat(counts(run, "hubspot", "contacts", "companies", "deals")).containsExactly("6", "5", "6");
            assertThat(run.rows(
                            run.raw(),
                            "select properties__email from hubspot.contacts where id in ('c1', 'c3') order by id"))
                    .containsExactly("person1@example.com", "changed@example.com");
            run.module(repository, "flows.hubspot", own).orFail();
            assertThat(counts(run, "hubspot", "contacts", "companies", "deals")).containsExactly("6", "5", "6");
            Map<String, String> wrong = new HashMap<>(own);
            wrong.put("SOURCES__HUBSPOT__ACCESS_TOKEN", "wrong");
            assertThat(run.module(repository, "pipelines.hubspot", wrong).exitCode())
                    .isNotZero();
        }
        Matrix.proved(Scenario.QUICKSTART, Judge.PROCESS, Judge.LOOPBACK);
    }

    @Test
    void aCompositeKeyMergesAndNestedFieldsArrive(@TempDir Path temporary) throws IOException {
        Scenario.NEW_LOADER.applied();
        LocalRun run = new LocalRun(temporary, "DLT_CRM");
        Path repository = Scenario.NEW_LOADER.dataPipelines();
        try (PagedApi api = new PagedApi()) {
            Map<String, String> own = variables(Scenario.NEW_LOADER, api);
            run.module(repository, "pipelines.order_desk", own).orFail();
            api.change();
            run.module(repository, "flows.order_desk", own).orFail();
            assertThat(api.requests())
                    .contains(
                            "/order_desk/keyset?since=2026-01-01T00%3A00%3A00Z",
                            "/order_desk/keyset?since=2026-02-05T10%3A00%3A00Z");
        }
        assertThat(counts(run, "order_desk", "order_lines", "settings")).containsExactly("6", "3");
        assertThat(run.rows(
                        run.raw(),
                        "select position__line_no, amount, customer__email, payload from order_desk.order_lines"
                                + " where position__line_no >= 5 order by 1"))
                .containsExactly(
                        "5 | 55.250000000 | e@x.io | {\"a\":[1,2]}", "6 | 60.250000000 | e@x.io | {\"a\":[1,2]}");
    }

    /** At least three pages each time; the second time, one row has changed and one is new. */
    @Test
    void everyAuthenticationAndPaginatorGetsEveryRowTwice(@TempDir Path temporary) throws IOException {
        Scenario.PLAIN.applied();
        LocalRun run = new LocalRun(temporary, "DLT");
        try (PagedApi api = new PagedApi()) {
            loadsFromEverySource(run, api, "5 | 0");
            api.change();
            loadsFromEverySource(run, api, "6 | 1");
            run.module(Scenario.PLAIN.dataPipelines(), "flows.open_api_flow", variables(Scenario.PLAIN, api))
                    .orFail();
        }
    }

    private static void loadsFromEverySource(LocalRun run, PagedApi api, String rowsAndChanges) {
        for (Source source : Scenario.PLAIN.plan().sources()) {
            run.module(Scenario.PLAIN.dataPipelines(), "pipelines." + source.name(), variables(Scenario.PLAIN, api))
                    .orFail();
            for (Table table : source.tables()) {
                String name = source.name() + "." + table.name();
                assertThat(run.rows(
                                run.raw(),
                                "select count(*), count(*) filter (label = 'changed' and id = 3) from " + name))
                        .as(name)
                        .containsExactly(rowsAndChanges);
            }
        }
    }

    static Map<String, String> variables(Scenario scenario, PagedApi api) {
        Map<String, String> variables = new HashMap<>();
        for (Source source : scenario.plan().sources()) {
            String name = source.name().toUpperCase(Locale.ROOT);
            String prefix = "SOURCES__" + name + "__";
            variables.put(prefix + name + "_BASE_URL", api.url(source.name()));
            variables.put(prefix + name + "_TOKEN_URL", api.url("token"));
            source.method()
                    .secrets()
                    .forEach(secret -> variables.put(
                            prefix + secret.name().toUpperCase(Locale.ROOT),
                            secret.name().equals("login") ? "me" : PagedApi.SECRET));
        }
        return variables;
    }

    private static List<String> counts(LocalRun run, String schema, String... tables) {
        return Arrays.stream(tables)
                .map(table -> run.rows(run.raw(), "select count(*) from " + schema + "." + table)
                        .get(0))
                .toList();
    }

    @Test
    void dltItselfMakesTheSameOfNames(@TempDir Path temporary) throws IOException {
        List<String> names = randomNames();
        Path file = Files.write(temporary.resolve("names.txt"), names);
        List<String> answers = Command.in(
                        temporary,
                        PythonEnvironment.of("pipelines").program("python"),
                        script("normalise.py", temporary).toString(),
                        file.toString())
                .run()
                .orFail()
                .output()
                .lines()
                .toList();
        List<String> ours = names.stream()
                .map(name -> DltName.normalise(name) + " " + DltName.normalisePath(name))
                .toList();
        assertThat(ours).isEqualTo(answers);
    }

    @Test
    void dltItselfMakesTheSameColumnsOfFields(@TempDir Path temporary) throws IOException {
        List<String> fields = Stream.concat(
                        Stream.of("createdAt", "properties.lastName", "a__b.c", "x_.y", "o.2nd", "@type", "G__H"),
                        randomNames().stream()
                                .filter(name -> name.matches("[^.]*[^. ][^.]*(\\.[^.]*[^. ][^.]*){0,2}"))
                                .limit(300))
                .toList();
        List<String> answers = Command.in(
                        temporary,
                        PythonEnvironment.of("pipelines").program("python"),
                        script("columns.py", temporary).toString(),
                        Files.write(temporary.resolve("fields.txt"), fields).toString(),
                        temporary.resolve("dlt").toString())
                .with(Map.of("RUNTIME__DLTHUB_TELEMETRY", "false"))
                .run()
                .orFail()
                .output()
                .lines()
                .toList();
        assertThat(fields.stream().map(DltName::column)).containsExactlyElementsOf(answers);
    }

    private static List<String> randomNames() {
        Random random = new Random(7);
        String alphabet = "abcXYZ019__-. @+*|$é日";
        List<String> names = new ArrayList<>();
        while (names.size() < 5000) {
            StringBuilder name = new StringBuilder("a");
            for (int i = random.nextInt(14); i >= 0; i--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            names.add(name.toString());
        }
        return names;
    }

    private static Path script(String name, Path folder) throws IOException {
        try (InputStream in = PythonAcceptanceTest.class.getResourceAsStream("/python/" + name)) {
            return Files.write(
                    folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
        }
    }
}
