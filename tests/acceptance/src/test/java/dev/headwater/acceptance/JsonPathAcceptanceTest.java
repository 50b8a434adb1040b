package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.examples.Command;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan takes for a path in an answer, dlt's own parser takes as it is emitted: it refuses none of them. */
class JsonPathAcceptanceTest {

    private static final List<String> PIECES = List.of(
            "a",
            "id",
            "x-y",
            "@odata",
            "@a",
            "where",
            "wherenot",
            "true",
            "null",
            "len",
            "0",
            "12",
            "-1",
            "*",
            "**",
            "[",
            "]",
            "[*]",
            "[0]",
            "[1,2]",
            "[1,a]",
            "[-]",
            "[1:2]",
            "[::2]",
            "[:]",
            "['a']",
            "['a','b']",
            "[ 'a' ]",
            "[a]",
            "[\"b c\"]",
            "[?(@.a==1)]",
            "[?(@.a == 'x' & @.b)]",
            "[?@.a]",
            "[?(",
            "@.a",
            ")",
            "'",
            "\"",
            "'k'",
            "'it\\'s'",
            "`",
            "`this`",
            ".",
            ".",
            ".",
            "..",
            "$",
            "$.",
            "?",
            "&",
            "|",
            "~",
            " ",
            ":",
            ",",
            "\\",
            "é",
            "日",
            "1a",
            "a1",
            "-",
            "_",
            "=",
            "<");

    /** A problem's path says which table it is of. */
    private static final Pattern TABLE = Pattern.compile("sources\\[0]\\.tables\\[(\\d+)]\\..*");

    private static List<String> candidates() {
        Random random = new Random(5);
        Set<String> paths = new LinkedHashSet<>();
        while (paths.size() < 3000) {
            paths.add(IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining()));
        }
        return List.copyOf(paths);
    }

    private static DataSourcePlan.Builder plan(List<String> paths) {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source("crm", RestApi.at("https://api.example.com/"), source -> {
                    for (int i = 0; i < paths.size(); i++) {
                        String path = paths.get(i);
                        source.table(
                                "rows_" + i,
                                table -> table.description("One row per row.")
                                        .from(RestApi.endpoint(
                                                "rows", endpoint -> endpoint.paginator(Paginator.jsonLink(path))))
                                        .primaryKey("id"));
                    }
                });
    }

    private static List<String> taken() {
        List<String> candidates = candidates();
        Set<Integer> refused = plan(candidates).problems().stream()
                .map(Problem::path)
                .map(TABLE::matcher)
                .filter(Matcher::matches)
                .map(table -> Integer.valueOf(table.group(1)))
                .collect(Collectors.toSet());
        return IntStream.range(0, candidates.size())
                .filter(i -> !refused.contains(i))
                .mapToObj(candidates::get)
                .toList();
    }

    @Test
    void dltRefusesNoPathThatAPlanTakes(@TempDir Path temporary) throws IOException {
        Tool.PYTHON.needed();
        List<String> taken = taken();
        assertThat(taken).hasSizeBetween(200, 2500);
        String source = Workspace.of()
                .repository(Repository.inMemory("data-pipelines", Map.of()), new DltEmitter())
                .onboard(plan(taken).build())
                .changes("data-pipelines")
                .files()
                .stream()
                .filter(file -> file.path().startsWith("sources/crm"))
                .map(file -> file.after().orElseThrow())
                .collect(Collectors.joining());
        String said = Command.in(
                        temporary,
                        PythonEnvironment.of("pipelines").program("python"),
                        script(temporary),
                        Files.writeString(temporary.resolve("crm.py"), source).toString())
                .run()
                .orFail()
                .output();
        assertThat(said.strip()).isEqualTo(String.valueOf(taken.size()));
    }

    private static String script(Path folder) throws IOException {
        try (InputStream in = JsonPathAcceptanceTest.class.getResourceAsStream("/python/judge_json_paths.py")) {
            return Files.write(
                            folder.resolve("judge.py"),
                            Objects.requireNonNull(in).readAllBytes())
                    .toString();
        }
    }
}
