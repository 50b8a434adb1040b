package dev.headwater.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** The real git says which paths its ignore files mean, and by which line. */
@AddLifecycleHook(SkipWithoutGit.class)
final class GitIgnoreProperties {

    private static final boolean UTF_8_NAMES = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));

    /** The middle of each is a directory, where it is there at all. */
    private static final List<String> NAMES = names();

    private static final List<String> PATHS = paths();

    /** What is there: files and directories that rules for directories tell apart. */
    private static final List<String> FILES = List.of("a/b/ab", "a/a", "ab/b/a.tf", "b/a/b/a", "a b/a");

    private static final List<String> IGNORE_FILES =
            List.of(".gitignore", "a/.gitignore", "a/b/.gitignore", "ab/.gitignore", ".git/info/exclude");

    private Path root = Path.of("");

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "a", "b", "ab", "abb", "a.tf", "A", "1", "-", "a b", "a ", "#a", "!a", "*", "[", "]", "a]", "\t"));
        if (UTF_8_NAMES) {
            names.add("\u00e9");
        }
        return List.copyOf(names);
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(NAMES);
        for (String first : List.of("a", "b", "ab", "a b")) {
            for (String second : NAMES) {
                paths.add(first + "/" + second);
                List.of("a", "ab", "a.tf", "#a").forEach(third -> paths.add(first + "/" + second + "/" + third));
                paths.add(first + "/b/a/" + second);
            }
        }
        return List.copyOf(paths);
    }

    @BeforeTry
    void createRoot() throws IOException, InterruptedException {
        root = Files.createTempDirectory("headwater-git-ignore").toRealPath();
        new Git(root).run("init", "-q");
        for (String file : FILES) {
            write(file, "");
        }
    }

    @AfterTry
    void deleteRoot() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aPathIsIgnoredWhenGitIgnoresItAndByTheSameRule(@ForAll("ignoreFiles") Map<String, String> ignoreFiles)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : ignoreFiles.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        Repository repository = Repository.directory("any", root).unchanging();

        Map<String, String> ignored = new TreeMap<>();
        PATHS.forEach(path -> repository.ignoredBy(path).ifPresent(rule -> ignored.put(path, rule)));

        assertThat(ignored).isEqualTo(new Git(root).ignored(PATHS));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatIsIgnoredIsNeitherReadNorListed(@ForAll("ignoreFiles") Map<String, String> ignoreFiles)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : ignoreFiles.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        Repository repository = Repository.directory("any", root);
        Map<String, String> ignored = new Git(root).ignored(FILES);

        assertThat(FILES.stream().filter(file -> repository.read(file).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(ignored.keySet());
        assertThat(FILES.stream().filter(file -> !isListed(repository, file)))
                .containsExactlyInAnyOrderElementsOf(ignored.keySet());
    }

    private static boolean isListed(Repository repository, String path) {
        int slash = path.lastIndexOf('/');
        return repository.list(path.substring(0, Math.max(0, slash))).contains(path.substring(slash + 1));
    }

    @Provide
    Arbitrary<Map<String, String>> ignoreFiles() {
        return Arbitraries.maps(Arbitraries.of(IGNORE_FILES), ignoreFile()).ofMinSize(1);
    }

    private static Arbitrary<String> ignoreFile() {
        Arbitrary<String> end = Arbitraries.frequency(Tuple.of(8, "\n"), Tuple.of(1, "\r\n"));
        Arbitrary<String> lines = Combinators.combine(line(), end)
                .as(String::concat)
                .list()
                .ofMaxSize(6)
                .map(all -> String.join("", all));
        Arbitrary<String> mark = Arbitraries.frequency(Tuple.of(9, ""), Tuple.of(1, "\ufeff"));
        Arbitrary<String> last = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, line()));
        return Combinators.combine(mark, lines, last).as((start, text, rest) -> start + text + rest);
    }

    private static Arbitrary<String> line() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "A",
                        "1",
                        ".",
                        "tf",
                        "*",
                        "**",
                        "?",
                        "/",
                        "/**/",
                        "**/",
                        "\\",
                        " ",
                        "!",
                        "#",
                        "[",
                        "]",
                        "^",
                        "-",
                        "[ab]",
                        "[!a]",
                        "[^b]",
                        "[a-b]",
                        "[]a]",
                        "[!]]",
                        "[a-]",
                        "[\\]a]",
                        "[[:alpha:]]",
                        "[[:x:]]",
                        "[[:alpha]",
                        "[[:]",
                        "[a[:digit:]-b]",
                        "[\\a-b]",
                        "\\*",
                        "\\[",
                        "\\ ",
                        "\\#",
                        "\t",
                        "\u00e9",
                        "\u0000")
                .list()
                .ofMinSize(0)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }
}
