package dev.headwater.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.git.Git;
import dev.headwater.git.SkipWithoutGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** The real git applies a diff and has, byte for byte, the files that the diff is about. */
@AddLifecycleHook(SkipWithoutGit.class)
final class GitApplyProperties {

    private static final int FILES = 60;
    private static final boolean UTF_8_NAMES = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    private static final List<String> NAMES =
            List.of("plain", "two words", "quo\"te", "-dash", "tab\there", "new\nline", "b b", "'");
    private static final List<String> NAMES_BEYOND_ASCII =
            List.of("\u00e9", "\u65e5\u672c", "\ud83c\udf89 party", "\u2028");

    private Path root = Path.of("");

    /** One file as it was and as it is to be. */
    record Fate(Optional<String> before, Optional<String> after) {}

    /** Lines to put in the place of others, near enough to each other to share hunks or not. */
    record Edit(int at, int removed, List<String> added) {
        List<String> on(List<String> lines) {
            List<String> edited = new ArrayList<>(lines);
            int start = Math.min(at, edited.size());
            edited.subList(start, Math.min(start + removed, edited.size())).clear();
            edited.addAll(start, added);
            return edited;
        }
    }

    @BeforeTry
    void createRoot() throws IOException {
        root = Files.createTempDirectory("headwater-git-apply").toRealPath();
    }

    @AfterTry
    void deleteRoot() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 60)
    void gitAppliesTheDiff(@ForAll("fates") List<Fate> fates) throws IOException, InterruptedException {
        Git git = new Git(root);
        Map<String, String> before = files(fates, Fate::before);
        Map<String, String> after = files(fates, Fate::after);
        Tree.write(root, before);
        String patch = Tree.changes("any", before, after).diff();
        Assume.that(!patch.isEmpty());

        assertThat(git.apply(patch, "--check")).isEmpty();
        assertThat(git.apply(patch)).isEmpty();
        assertThat(Tree.read(root)).isEqualTo(after);
    }

    private static Map<String, String> files(List<Fate> fates, Function<Fate, Optional<String>> side) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < fates.size(); i++) {
            String path = path(i);
            side.apply(fates.get(i)).ifPresent(text -> files.put(path, text));
        }
        return files;
    }

    /** Each place has a path of its own, plain or odd. */
    private static String path(int place) {
        List<String> names = new ArrayList<>(NAMES);
        if (UTF_8_NAMES) {
            names.addAll(NAMES_BEYOND_ASCII);
        }
        String directory = List.of("", "directory/", "a b/c/").get(place % 3);
        return directory + names.get(place / 3 % names.size()) + place;
    }

    @Provide
    Arbitrary<List<Fate>> fates() {
        return fate().list().ofMinSize(1).ofMaxSize(FILES);
    }

    private static Arbitrary<Fate> fate() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, text().map(text -> new Fate(Optional.empty(), Optional.of(text)))),
                Tuple.of(1, text().map(text -> new Fate(Optional.of(text), Optional.empty()))),
                Tuple.of(1, Combinators.combine(text(), text()).as((a, b) -> new Fate(Optional.of(a), Optional.of(b)))),
                Tuple.of(5, edited()));
    }

    private static Arbitrary<Fate> edited() {
        return Combinators.combine(
                        line().list().ofMaxSize(40), edit().list().ofMaxSize(4), lineEnd(), lastEnd(), lastEnd())
                .as((lines, edits, end, lastBefore, lastAfter) -> {
                    List<String> changed = lines;
                    for (Edit edit : edits) {
                        changed = edit.on(changed);
                    }
                    return new Fate(
                            Optional.of(String.join(end, lines) + lastBefore),
                            Optional.of(String.join(end, changed) + lastAfter));
                });
    }

    private static Arbitrary<Edit> edit() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 3),
                        line().list().ofMaxSize(3))
                .as(Edit::new);
    }

    private static Arbitrary<String> text() {
        return Combinators.combine(line().list().ofMaxSize(12), lineEnd(), lastEnd())
                .as((lines, end, last) -> String.join(end, lines) + last);
    }

    /** Lines that look like a patch, that end in a carriage return, that repeat, or hold anything but a line feed. */
    private static Arbitrary<String> line() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("", "a", "b", "  name: x", "}", "mixed end\r")),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "--- a/x",
                                "+++ b/x",
                                "-- a/x",
                                "++ b/x",
                                "@@ -1,1 +1,1 @@",
                                "diff --git a/x b/x",
                                "\\ No newline at end of file",
                                "-- ",
                                "\t",
                                "GIT binary patch",
                                "index 0000000..e69de29")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "\ud83c\udf89 emoji",
                                "\ufeffmark",
                                "\u2028 separator",
                                "\u0085",
                                "lone\rreturn",
                                "nul \0")),
                Tuple.of(1, Arbitraries.strings().withCharRange(' ', '\u024f').ofMaxLength(20)));
    }

    private static Arbitrary<String> lineEnd() {
        return Arbitraries.of("\n", "\r\n");
    }

    private static Arbitrary<String> lastEnd() {
        return Arbitraries.of("", "\n", "\r\n", "\n\n");
    }
}
