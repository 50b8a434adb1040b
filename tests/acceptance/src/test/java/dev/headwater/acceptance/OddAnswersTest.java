package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.examples.Command;
import dev.headwater.examples.LocalRun;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.prefect.PrefectEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the emitted source makes of answers that are legal and awkward, by the real dlt. */
class OddAnswersTest {

    private static final String LONG = "s23456789_".repeat(6) + "abcd";

    @TempDir
    Path temporary;

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    private static DataSourcePlan plan() {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source("odd", RestApi.at("https://api.example.com/"), OddAnswersTest::tables)
                .source(
                        LONG,
                        RestApi.at("https://api.example.com/" + "v".repeat(50)),
                        source -> source.displayName("日".repeat(30) + " of a long name")
                                .schedule(Schedule.cron("5 * * * *").named("c".repeat(60)))
                                .table(
                                        "items",
                                        rows(RestApi.endpoint(
                                                "items",
                                                e -> e.rows("data." + "r".repeat(50))
                                                        .paginator(Paginator.singlePage())))))
                .build();
    }

    private static void tables(Source.Builder<RestApi.Endpoint> source) {
        source.table(
                        "versions",
                        table -> rows(one("versions", "data"))
                                .andThen(it -> it.merge("id").incremental("meta.changedAt"))
                                .accept(table))
                .table(
                        "events",
                        table -> rows(RestApi.endpoint(
                                        "events",
                                        e -> e.rows("data")
                                                .paginator(Paginator.singlePage())
                                                .cursorParameter("since", 0)))
                                .andThen(it -> it.append().primaryKey("meta.id").incremental("seq"))
                                .accept(table))
                .table("tagged", rows(RestApi.endpoint("tagged", e -> e.paginator(Paginator.singlePage()))))
                .table("settings", rows(RestApi.endpoint("settings", e -> e.paginator(Paginator.singlePage()))))
                .table("limited", rows(one("limited", "data.rows")))
                .table(
                        "linked",
                        rows(RestApi.endpoint(
                                "linked", e -> e.rows("value").paginator(Paginator.jsonLink("@odata.nextLink")))));
        for (int i = 0; i < OddApi.KEYS.size(); i++) {
            String key = OddApi.KEYS.get(i);
            // Only a key that holds a dot has to be given in quotes.
            source.table(
                    "key" + i, rows(one("keys/" + i, (key.contains(".") ? "'" + key + "'.'in it'" : key + ".in it"))));
        }
    }

    private static RestApi.Endpoint one(String path, String rows) {
        return RestApi.endpoint(path, e -> e.rows(rows).paginator(Paginator.singlePage()));
    }

    private static Consumer<Table.Builder<RestApi.Endpoint>> rows(RestApi.Endpoint endpoint) {
        return table -> table.description("One row per row.").from(endpoint).primaryKey("id");
    }

    private Path repository() throws IOException {
        Path repository = Files.createDirectories(temporary.resolve("data-pipelines"));
        Workspace.of()
                .repository("data-pipelines", repository, new DltEmitter(), new PrefectEmitter())
                .onboard(plan())
                .apply();
        return repository;
    }

    @Test
    void awkwardAnswersAreLoadedRightOrNotAtAll() throws IOException {
        Path repository = repository();
        LocalRun run = new LocalRun(temporary.resolve("run"), "DLT");
        try (OddApi api = new OddApi()) {
            Map<String, String> own = Map.of("SOURCES__ODD__ODD_BASE_URL", api.url());
            run.module(repository, "pipelines.odd", own).orFail();
            failALoad(repository, run, own);
            api.change();
            api.requests();
            run.module(repository, "pipelines.odd", own).orFail();
            assertThat(api.requests()).as("asked in spite of the failed load").contains("/events?since=2");
            api.exceedQuota();
            assertThat(run.module(repository, "pipelines.odd", own).output()).contains("The answer holds no data.rows");
        }
        assertThat(loaded(run, "id || label", "versions")).containsExactly("1newer", "2null", "3none");
        assertThat(loaded(run, "meta__id", "events")).containsExactly("1", "2", "3", "4");
        assertThat(loaded(run, "id", "tagged")).containsExactly("1", "2");
        assertThat(loaded(run, "id", "settings")).containsExactly("1");
        assertThat(loaded(run, "id", "limited")).containsExactly("1");
        assertThat(loaded(run, "id", "linked")).containsExactly("1", "2");
        String keys = String.join(
                " union all ",
                IntStream.range(0, OddApi.KEYS.size())
                        .mapToObj(i -> "(select count(*) from odd.key" + i + ")")
                        .toList());
        assertThat(run.rows(run.raw(), keys)).hasSameSizeAs(OddApi.KEYS).containsOnly("2");
    }

    private static List<String> loaded(LocalRun run, String what, String table) {
        return run.rows(run.raw(), "select " + what + " from odd." + table + " order by 1");
    }

    private void failALoad(Path repository, LocalRun run, Map<String, String> own) throws IOException {
        Path script = temporary.resolve("fail_a_load.py");
        try (var in = OddAnswersTest.class.getResourceAsStream("/python/fail_a_load.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        Map<String, String> variables = run.loading(own);
        variables.put("PYTHONPATH", ".");
        assertThat(Command.in(repository, PythonEnvironment.of("pipelines").program("python"), script.toString())
                        .with(variables)
                        .run()
                        .orFail()
                        .output()
                        .lines())
                .last()
                .isEqualTo("1");
    }

    @Test
    void namesOfAnyLengthAreFormattedAndTyped() throws IOException {
        Path repository = repository();
        PythonEnvironment environment = PythonEnvironment.of("pipelines");
        for (List<String> words : List.of(
                List.of("ruff", "check", "--no-cache", "."),
                List.of("ruff", "format", "--no-cache", "--diff", "."),
                List.of("mypy", "--strict", "sources", "pipelines", "flows"))) {
            String[] command = words.toArray(new String[0]);
            command[0] = environment.program(command[0]);
            Command.in(repository, command)
                    .with(Map.of(
                            "MYPY_CACHE_DIR",
                            Path.of("target", "mypy").toAbsolutePath().toString()))
                    .run()
                    .orFail();
        }
    }
}
