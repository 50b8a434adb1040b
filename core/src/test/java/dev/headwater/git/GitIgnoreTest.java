package dev.headwater.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A directory repository leaves out what git ignores there. */
final class GitIgnoreTest {

    @TempDir
    Path directory;

    private Path root;
    private Repository repository;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectory(directory.resolve("repo")).toRealPath();
        repository = Repository.directory("repo", root);
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private boolean isIgnored(String path) {
        return repository.ignoredBy(path).isPresent();
    }

    /** Each: lines of the ignore file; paths that it means, and paths that it does not. */
    static List<Arguments> traps() {
        return List.of(
                trap("a name holds at every depth", "*.csv", "x.csv a/b/x.csv", "x.csv.tf"),
                trap("a slash before it anchors it", "/x.tf", "x.tf", "a/x.tf"),
                trap("a slash inside anchors it too", "a/x.tf", "a/x.tf", "b/a/x.tf"),
                trap("a slash behind it means directories alone", "x/", "x/a.tf a/x/b.tf", "x a/x"),
                trap("what is in an ignored directory cannot be taken back", "a/\n!a/x.tf", "a/x.tf", "x.tf"),
                trap("what is beside it can", "a/*\n!a/x.tf", "a/y.tf", "a/x.tf"),
                trap("the last rule decides", "!x.tf\n*.tf\n!y.tf", "x.tf", "y.tf"),
                trap("one star stays in its directory", "a/*.tf", "a/x.tf", "a/b/x.tf"),
                trap("two stars in front", "**/a/x.tf", "a/x.tf b/c/a/x.tf", "a/b/x.tf"),
                trap("two stars behind mean all that is inside", "a/**", "a/x a/b/x", "a b/a/x"),
                trap("two stars between mean any directories", "a/**/x", "a/x a/b/x a/b/c/x", "x b/a/x"),
                trap("two stars beside something else are one", "a/b**c", "a/bxc a/bc", "a/b/c"),
                trap("a question mark is one character, no slash", "a?x.tf", "abx.tf", "a/x.tf ax.tf"),
                trap("classes", "[a-c]x[!0-9]\n[[:digit:]]", "axb 7", "dxb ax1 x"),
                trap("a class that does not end means nothing", "[ab", "", "a [ab"),
                trap("escapes", "\\#a\n\\!b\n\\*", "#a !b *", "a b x"),
                trap("comments and blank lines", "# x.tf\n\n   \nx.tf", "x.tf", "# #"),
                trap("blanks behind it do not count", "x.tf   ", "x.tf", "y.tf"),
                trap("an escaped blank does", "x\\ ", "", "x"),
                trap("a tab behind it does", "x.tf\t", "", "x.tf"),
                trap("blanks in front do", "  x.tf", "", "x.tf"),
                trap("line ends of Windows do not count", "x.tf\r\ny.tf\r\n", "x.tf y.tf", "z.tf"),
                trap("a byte order mark does not count", "\ufeffx.tf\ny.tf", "x.tf y.tf", "z.tf"),
                trap("upper and lower case are two", "X.tf", "X.tf", "x.tf"),
                trap("everything but some", "*\n!*/\n!*.tf", "x a/b/x", "x.tf a/b/x.tf"),
                trap("a backslash at the end means nothing", "x\\", "", "x"),
                trap("a slash alone means nothing", "/\n!\n", "", "x"));
    }

    private static Arguments trap(String what, String lines, String ignored, String others) {
        return Arguments.of(what, lines, words(ignored), words(others));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void followsTheRules(String what, String lines, List<String> ignored, List<String> others) throws IOException {
        put(".gitignore", lines);

        assertThat(ignored).as(what).allMatch(this::isIgnored);
        assertThat(others).as(what).noneMatch(this::isIgnored);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void gitFollowsThemTheSameWay(String what, String lines, List<String> ignored, List<String> others)
            throws IOException, InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed");
        put(".gitignore", lines);
        Git git = new Git(root);
        git.run("init", "-q");

        assertThat(git.ignored(ignored).keySet()).as(what).isEqualTo(Set.copyOf(ignored));
        assertThat(git.ignored(others)).as(what).isEmpty();
    }

    @Test
    void whatIsIgnoredIsNeitherReadNorListed() throws IOException {
        put(".gitignore", "secret_*\nbuild/\n");
        put("secret_a.tf", "password");
        put("build/x.tf", "made");
        put("main.tf", "ours");

        assertThat(repository.list("")).containsExactly(".gitignore", "main.tf");
        assertThat(repository.list("build")).isEmpty();
        assertThat(repository.read("secret_a.tf")).isEmpty();
        assertThat(repository.read("build/x.tf")).isEmpty();
        assertThat(repository.read("main.tf")).isPresent();
    }

    @Test
    void aFileNearerToAPathDecidesOverOneFartherAndBothOverExclude() throws IOException {
        put(".git/info/exclude", "*.sql\n");
        put(".gitignore", "!kept.sql\n*.csv\n");
        put("models/.gitignore", "# seeds\n!a.csv\n*.log\n");

        assertThat(repository.ignoredBy("a.sql")).contains(".git/info/exclude:1:*.sql");
        assertThat(repository.ignoredBy("kept.sql")).isEmpty();
        assertThat(repository.ignoredBy("models/a.csv")).isEmpty();
        assertThat(repository.ignoredBy("models/b.csv")).contains(".gitignore:2:*.csv");
        assertThat(repository.ignoredBy("models/deep/x.log")).contains("models/.gitignore:3:*.log");
        assertThat(repository.ignoredBy("x.log")).isEmpty();
    }

    @Test
    void belowTheTopOfACheckoutTheFilesAboveHoldToo() throws IOException {
        Files.createDirectories(directory.resolve(".git/info"));
        Files.writeString(directory.resolve(".git/info/exclude"), "*.log\n");
        Files.writeString(directory.resolve(".gitignore"), "/repo/a.tf\n/b.tf\n*.csv\n");
        put(".gitignore", "!kept.csv\n");

        assertThat(repository.ignoredBy("a.tf")).contains("../.gitignore:1:/repo/a.tf");
        assertThat(repository.ignoredBy("b.tf")).isEmpty();
        assertThat(repository.ignoredBy("x.csv")).contains("../.gitignore:3:*.csv");
        assertThat(repository.ignoredBy("kept.csv")).isEmpty();
        assertThat(repository.ignoredBy("x.log")).contains("../.git/info/exclude:1:*.log");
    }

    @Test
    void aboveTheTopOfACheckoutNothingHolds() throws IOException {
        Files.writeString(directory.resolve(".gitignore"), "*.tf\n");
        assertThat(isIgnored("a.tf")).isFalse();

        Files.createDirectory(directory.resolve(".git"));
        assertThat(isIgnored("a.tf")).isTrue();

        Files.createDirectory(root.resolve(".git"));
        assertThat(isIgnored("a.tf")).isFalse();
    }

    @Test
    void aCheckoutThatIgnoresTheWholeDirectoryHasNoSayInIt() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        Files.writeString(directory.resolve(".gitignore"), "repo/\n*.csv\n");
        put(".gitignore", "*.log\n");

        assertThat(isIgnored("a.tf")).isFalse();
        assertThat(isIgnored("a.csv")).isFalse();
        assertThat(repository.ignoredBy("a.log")).contains(".gitignore:1:*.log");
    }

    @Test
    void inAWorktreeTheExcludesAreThoseOfTheMainCheckout() throws IOException, InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed");
        Path main = Files.createDirectory(directory.resolve("main")).toRealPath();
        Git git = new Git(main);
        git.run("init", "-q");
        git.run("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "first");
        git.run("worktree", "add", "-q", "../tree");
        Files.createDirectories(main.resolve(".git/info"));
        Files.writeString(main.resolve(".git/info/exclude"), "*.log\n");

        Repository tree = Repository.directory("tree", directory.resolve("tree"));

        assertThat(new Git(directory.resolve("tree")).ignored(List.of("a.log", "a.tf")))
                .containsOnlyKeys("a.log");
        assertThat(tree.ignoredBy("a.log")).contains(main.resolve(".git/info/exclude") + ":1:*.log");
        assertThat(tree.ignoredBy("a.tf")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'gitdir: nowhere'", "''", "'something else'"})
    void aPointerToNowhereExcludesNothing(String pointer) throws IOException {
        put(".git", pointer);
        put(".gitignore", "*.log\n");

        assertThat(isIgnored("a.log")).isTrue();
        assertThat(isIgnored("a.tf")).isFalse();
    }

    @Test
    void aLinkIsNoDirectoryAndAnIgnoreFileThatIsOneIsNotFollowed() throws IOException, InterruptedException {
        put("models/a.sql", "select 1");
        put(".gitignore", "linked/\n");
        put("rules", "*.tf\n");
        Files.createSymbolicLink(root.resolve("linked"), root.resolve("models"));
        Files.createSymbolicLink(root.resolve("models/.gitignore"), root.resolve("rules"));

        assertThat(repository.list("")).containsExactly(".gitignore", "linked/", "models/", "rules");
        assertThat(repository.list("linked")).containsExactly(".gitignore", "a.sql");
        assertThat(repository.read("linked/a.sql")).isPresent();
        assertThat(isIgnored("models/x.tf")).isFalse();
        assumeTrue(Git.isInstalled(), "git is not installed");
        Git git = new Git(root);
        git.run("init", "-q");
        assertThat(git.ignored(List.of("linked", "models/x.tf"))).isEmpty();
    }

    @Test
    void whatIsIgnoredIsNotReadThroughALinkEither() throws IOException {
        put(".gitignore", "/private/\n");
        put("private/a.tf", "password");
        Files.createSymbolicLink(root.resolve("a.tf"), root.resolve("private/a.tf"));

        assertThat(repository.read("a.tf")).isEmpty();
    }

    @Test
    void aLinkOutOfTheRepositoryThatIsIgnoredIsNotThere() throws IOException {
        put(".gitignore", "*.tf\n");
        Files.createSymbolicLink(root.resolve("a.tf"), Files.writeString(directory.resolve("a.tf"), "theirs"));

        assertThat(repository.read("a.tf")).isEmpty();
        assertThat(repository.list("")).containsExactly(".gitignore");
    }

    @Test
    void rulesAreReadAnewForEachQuestionButOnceForOneLook() throws IOException {
        put(".gitignore", "*.log\n");
        Repository look = repository.unchanging();
        assertThat(look.ignoredBy("a.log")).isPresent();
        put(".gitignore", "");

        assertThat(look.ignoredBy("b.log")).isPresent();
        assertThat(isIgnored("a.log")).isFalse();
        assertThat(repository.unchanging().ignoredBy("a.log")).isEmpty();
    }

    @Test
    void anIgnoreFileThatCannotBeReadIsNamed() throws IOException {
        put(".gitignore", "*.log\n");
        Path file = root.resolve(".gitignore");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThatThrownBy(() -> repository.read("a.tf"))
                .isInstanceOf(RepositoryException.class)
                .hasMessage(file + ", which says what git ignores in the repository repo, cannot be read: give the"
                        + " user that runs this the right to read it.");
    }

    @Test
    void noPatternTakesLong() throws IOException {
        put(".gitignore", "*a".repeat(120) + "*[bc]\n" + "/**/a".repeat(60) + "/c\n");

        assertThat(isIgnored("a".repeat(250))).isFalse();
        assertThat(isIgnored("a/".repeat(120) + "b/c")).isFalse();
    }
}
