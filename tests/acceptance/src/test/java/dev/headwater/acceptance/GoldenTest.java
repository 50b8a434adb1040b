package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.change.ChangeSet;
import dev.headwater.examples.Command;
import dev.headwater.examples.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each scenario emits, file by file. {@code -Dheadwater.goldens=write} writes the goldens anew. */
class GoldenTest {

    private static final Path GOLDENS = Path.of("src", "test", "resources", "goldens");

    @ParameterizedTest
    @EnumSource
    void everyChangedFileIsThatOfTheGolden(Scenario scenario) throws IOException {
        Preview preview = scenario.applied();
        assertThat(preview.conflicts()).isEmpty();
        Map<String, String> emitted = new TreeMap<>();
        for (ChangeSet changes : preview.changes()) {
            changes.files()
                    .forEach(file -> emitted.put(
                            changes.repository() + "/" + file.path() + ".golden",
                            file.after().orElseThrow()));
        }
        emitted.put("runbook.md", preview.runbook().toMarkdown());
        Path golden = GOLDENS.resolve(scenario.goldenName());
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            write(golden, emitted);
        }
        assertThat(read(golden)).isEqualTo(emitted);
    }

    private static void write(Path golden, Map<String, String> files) throws IOException {
        Folders.delete(golden);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = golden.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> read(Path golden) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(golden)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(golden.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void aSecondOnboardingChangesNothing(Scenario scenario) {
        Preview first = scenario.applied();
        Preview second = scenario.workspace().onboard(scenario.plan());
        assertThat(second.conflicts()).isEmpty();
        assertThat(second.changes())
                .allSatisfy(changes -> assertThat(changes.files()).isEmpty());
        assertThat(second.findings()).isEqualTo(first.findings());
        assertThat(second.notes()).isEqualTo(first.notes());
        assertThat(second.runbook().steps()).isEqualTo(first.runbook().steps());
    }

    @ParameterizedTest
    @EnumSource
    void gitAppliesTheDiffAndGetsTheSameBytes(Scenario scenario, @TempDir Path temporary) throws IOException {
        Tool.GIT.needed();
        List<ChangeSet> applied = scenario.applied().changes().stream()
                // Git takes a diff without changes for a broken one.
                .filter(changes -> !changes.files().isEmpty())
                .toList();
        for (ChangeSet changes : applied) {
            Path folder = Files.createDirectories(temporary.resolve(changes.repository()));
            for (var file : changes.files()) {
                if (file.before().isPresent()) {
                    Path path = folder.resolve(file.path());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.before().orElseThrow());
                }
            }
            Path patch = temporary.resolve(changes.repository() + ".diff");
            Files.writeString(patch, changes.diff());
            Command.in(folder, "git", "init", "--quiet").run().orFail();
            Command.in(folder, "git", "apply", "--check", patch.toString())
                    .run()
                    .orFail();
            Command.in(folder, "git", "-c", "core.autocrlf=false", "apply", patch.toString())
                    .run()
                    .orFail();
            for (var file : changes.files()) {
                assertThat(folder.resolve(file.path()))
                        .hasBinaryContent(file.after().orElseThrow().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
