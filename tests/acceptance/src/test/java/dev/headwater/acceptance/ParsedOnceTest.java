package dev.headwater.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.change.FileChange;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.examples.Folders;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each file of a repository is parsed at most once before and once after its edit, by all emitters together. */
class ParsedOnceTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("headwater.examples", "../../examples"));

    @TempDir
    private Path root;

    @BeforeAll
    static void listen() {
        Parses.listen();
    }

    @BeforeEach
    void layOut() throws IOException {
        Folders.copy(EXAMPLES.resolve("repositories"), root);
    }

    @ParameterizedTest
    @EnumSource
    void whereTheRepositoriesAreFolders(Scenario scenario) throws IOException {
        check(workspace(name -> Repository.directory(name, root.resolve(name))), scenario.plan());
    }

    @ParameterizedTest
    @EnumSource
    void whereTheyAreInMemory(Scenario scenario) throws IOException {
        Map<String, Map<String, byte[]>> files = new HashMap<>();
        for (Map.Entry<Path, byte[]> file : files().entrySet()) {
            Path path = root.relativize(file.getKey());
            files.computeIfAbsent(path.getName(0).toString(), any -> new HashMap<>())
                    .put(path.subpath(1, path.getNameCount()).toString().replace('\\', '/'), file.getValue());
        }
        check(workspace(name -> Repository.inMemory(name, files.getOrDefault(name, Map.of()))), scenario.plan());
    }

    @ParameterizedTest
    @EnumSource
    void whenAllOfAPlanIsThereAlready(Scenario scenario) throws IOException {
        Workspace workspace = workspace(name -> Repository.directory(name, root.resolve(name)));
        Preview first = workspace.onboard(scenario.plan());
        if (first.conflicts().isEmpty()) {
            first.apply();
        }
        tellFilesFromFragments();
        check(workspace, scenario.plan());
    }

    /** A file that holds one block would be the very text of its fragment, which is parsed as well. */
    private void tellFilesFromFragments() throws IOException {
        for (Path path : files().keySet()) {
            if (path.toString().endsWith(".tf")) {
                Files.writeString(path, "# " + root.relativize(path) + "\n" + Files.readString(path));
            }
        }
    }

    private static Workspace workspace(Function<String, Repository> repositories) {
        return Workspace.of()
                .repository(repositories.apply("terraform"), new TerraformEmitter())
                .repository(repositories.apply("data-pipelines"), new DltEmitter(), new PrefectEmitter())
                .repository(repositories.apply("dbt-transform"), new DbtEmitter());
    }

    private void check(Workspace workspace, DataSourcePlan plan) throws IOException {
        Map<String, Long> allowed = new HashMap<>();
        files().values().forEach(bytes -> allowed.merge(new String(bytes, UTF_8), 1L, Long::sum));
        List<Preview> preview = new ArrayList<>();
        List<String> parsed = Parses.during(() -> preview.add(workspace.onboard(plan)));
        preview.get(0).changes().stream()
                .flatMap(ParsedOnceTest::results)
                .forEach(text -> allowed.merge(text, 1L, Long::sum));
        Map<String, Long> counts = parsed.stream()
                .filter(text -> !text.isEmpty() && allowed.containsKey(text))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts).hasSizeGreaterThan(10);
        assertThat(counts)
                .allSatisfy((text, count) -> assertThat(count).as(text).isLessThanOrEqualTo(allowed.get(text)));
    }

    private static Stream<String> results(ChangeSet changes) {
        return changes.files().stream()
                .filter(file -> file.before().isPresent())
                .map(FileChange::after)
                .flatMap(Optional::stream);
    }

    private Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path, Files.readAllBytes(path));
            }
        }
        return files;
    }
}
