package dev.headwater.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.ConflictException;
import dev.headwater.change.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What apply refuses, before it writes anything. */
final class PreflightTest {

    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void createRepository() throws IOException {
        root = Files.createDirectory(directory.resolve("terraform")).toRealPath();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../x.tf | has a part that is . or ..",
                "a/../x.tf | has a part that is . or ..",
                "./x.tf | has a part that is . or ..",
                "/etc/x.tf | is absolute, or has an empty part",
                "a//x.tf | is absolute, or has an empty part",
                "a/ | is absolute, or has an empty part",
                "'' | is absolute, or has an empty part",
                "a\\x.tf | has a backslash, a colon or a NUL",
                "C:x.tf | has a backslash, a colon or a NUL",
                "a\0.tf | has a backslash, a colon or a NUL",
                "a/con.tf | has the part \"con.tf\", which is the name of a device on Windows, whatever its ending",
                "NUL/x.tf | has the part \"NUL\", which is the name of a device on Windows, whatever its ending",
                "a./x.tf | has the part \"a.\", which ends with a dot or a blank, which Windows drops",
                "'a /x.tf' | has the part \"a \", which ends with a dot or a blank, which Windows drops",
                "a?b | has the part \"a?b\", which has a character that Windows refuses: < > : \" / \\ % ? * or a"
                        + " control character",
                "a\u0001b | has the part \"aU+0001b\", which has a character that Windows refuses: < > : \" / \\ % ? * or a"
                        + " control character",
                ".git/config | belongs to git",
                "a/.GIT/config | belongs to git",
                ".git. /config | belongs to git",
                ".git | belongs to git",
                ".headwater/lock | is in .headwater, where only records are written",
                ".headwater/tx/a.json | is in .headwater, where only records are written",
                ".Headwater/dlt.json | is in .headwater, where only records are written",
                ".dlt/secrets.toml | may hold secrets",
                "x.hw-new | has an end that is kept for files in the making",
                "x.hw-old | has an end that is kept for files in the making"
            })
    void refusesAPath(String path, String reason) {
        assertThat(conflicts(Map.of(), Map.of(path, "text")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/" + path + ": This path " + reason.replace('%', '|')
                        + ". Give the file another path in the repository. [apply.path]");
    }

    @Test
    void refusesAFileThatIsNotWhatThePreviewSaw() throws IOException {
        Files.writeString(root.resolve("x.tf"), "a person's");

        assertThat(conflicts(Map.of("x.tf", "seen"), Map.of("x.tf", "wanted")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/x.tf: The file is not what the preview saw."
                        + " Make a new preview and apply that one. [apply.changed]");
    }

    @Test
    void refusesToCreateAFileThatIsThere() throws IOException {
        Files.writeString(root.resolve("x.tf"), "a person's");

        assertThat(codes(Map.of(), Map.of("x.tf", "wanted"))).containsExactly("x.tf apply.changed");
    }

    @Test
    void refusesToEditAFileThatIsGone() {
        assertThat(codes(Map.of("x.tf", "seen"), Map.of("x.tf", "wanted"))).containsExactly("x.tf apply.changed");
    }

    @Test
    void refusesToDeleteAFileThatSomebodyChanged() throws IOException {
        Files.writeString(root.resolve("x.tf"), "a person's");

        assertThat(codes(Map.of("x.tf", "seen"), Map.of())).containsExactly("x.tf apply.changed");
    }

    @Test
    void refusesAFileThatIsALink() throws IOException {
        Files.writeString(directory.resolve("outside.tf"), "seen");
        Files.createSymbolicLink(root.resolve("x.tf"), directory.resolve("outside.tf"));

        assertThat(conflicts(Map.of("x.tf", "seen"), Map.of("x.tf", "wanted")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/x.tf: x.tf is a symbolic link. Put the file or directory itself there;"
                        + " links are not followed for writing. [apply.link]");
        assertThat(directory.resolve("outside.tf")).hasContent("seen");
    }

    @Test
    void refusesADirectoryThatIsALink() throws IOException {
        Files.createSymbolicLink(root.resolve("up"), directory);

        assertThat(codes(Map.of(), Map.of("up/x.tf", "wanted"))).containsExactly("up/x.tf apply.link");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(root.resolve("x.tf"), directory.resolve("nowhere"));

        assertThat(codes(Map.of(), Map.of("x.tf", "wanted"))).containsExactly("x.tf apply.link");
    }

    @Test
    void refusesADirectoryInTheFilesPlace() throws IOException {
        Files.createDirectory(root.resolve("x.tf"));

        assertThat(conflicts(Map.of(), Map.of("x.tf", "wanted")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/x.tf: This is not a regular file. Move what is there out of the way."
                        + " [apply.type]");
    }

    @Test
    void refusesAFileInADirectorysPlace() throws IOException {
        Files.writeString(root.resolve("a"), "");

        assertThat(conflicts(Map.of(), Map.of("a/x.tf", "wanted")))
                .extracting(Conflict::toString)
                .containsExactly(
                        "terraform/a/x.tf: a is not a directory. Move what is there out of the way." + " [apply.type]");
    }

    @Test
    void refusesAFileAndADirectoryOfOneNameInTheChanges() {
        assertThat(codes(Map.of(), Map.of("a", "file", "a/x.tf", "below"))).containsExactly("a/x.tf apply.type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"readme.md", "README.MD"})
    void refusesATwinOnDiskByCase(String twin) throws IOException {
        Files.writeString(root.resolve("ReadMe.md"), "");
        assumeTrue(Files.notExists(root.resolve(twin)), "this file system takes both names for one");

        assertThat(conflicts(Map.of(), Map.of(twin, "wanted")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/" + twin + ": \"" + twin + "\" and \"ReadMe.md\" are one name to some"
                        + " file systems. Give one of the two another name. [apply.twin]");
    }

    @Test
    void refusesATwinOfADirectory() throws IOException {
        Files.createDirectory(root.resolve("Models"));
        assumeTrue(Files.notExists(root.resolve("models")), "this file system takes both names for one");

        assertThat(codes(Map.of(), Map.of("models/x.sql", "wanted"))).containsExactly("models/x.sql apply.twin");
    }

    @Test
    void refusesATwinByAccent() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "file names here are not UTF-8");

        assertThat(codes(Map.of(), Map.of("caf\u00e9.sql", "one", "cafe\u0301.sql", "two")))
                .containsExactly("cafe\u0301.sql apply.twin", "caf\u00e9.sql apply.twin");
    }

    @Test
    void refusesTwinsInTheChanges() {
        assertThat(codes(Map.of(), Map.of("a/x.sql", "one", "A/y.sql", "two")))
                .containsExactly("A/y.sql apply.twin", "a/x.sql apply.twin");
    }

    @Test
    void refusesOneFileInTwoChangeSets() {
        ChangeSet once = Tree.changes("terraform", Map.of(), Map.of("x.tf", "one"));
        ChangeSet again = Tree.changes("terraform", Map.of(), Map.of("x.tf", "two"));

        assertThat(conflicts(List.of(once, again)))
                .extracting(Conflict::toString)
                .containsExactly(
                        "terraform/x.tf: This file is changed twice. Make one change of the two. [apply.twice]");
    }

    @Test
    void refusesAReadOnlyFile() throws IOException {
        Path file = Files.writeString(root.resolve("x.tf"), "seen");
        makeReadOnly(file, "r--r--r--");

        assertThat(conflicts(Map.of("x.tf", "seen"), Map.of("x.tf", "wanted")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/x.tf: x.tf is read-only. Give its owner, who has to be the user that runs"
                        + " this, the right to write it. [apply.read-only]");
    }

    @Test
    void refusesAReadOnlyDirectory() throws IOException {
        Path closed = Files.createDirectory(root.resolve("closed"));
        makeReadOnly(closed, "r-xr-xr-x");

        assertThat(codes(Map.of(), Map.of("closed/new/x.tf", "wanted")))
                .containsExactly("closed/new/x.tf apply.read-only");
    }

    @Test
    void refusesAReadOnlyRoot() throws IOException {
        makeReadOnly(root, "r-xr-xr-x");

        assertThat(conflicts(Map.of(), Map.of("x.tf", "wanted")))
                .singleElement()
                .extracting(Conflict::message)
                .isEqualTo("The repository's directory is read-only.");
    }

    @Test
    void refusesWhatACutOffApplyLeft() throws IOException {
        Files.writeString(root.resolve(".x.tf.hw-old"), "seen");

        assertThat(conflicts(Map.of(), Map.of("x.tf", "wanted")))
                .extracting(Conflict::toString)
                .containsExactly("terraform/x.tf: .x.tf.hw-old is there: another apply may be running, or one was"
                        + " cut off. Wait for the other one; only when none is running, compare it with this file, keep"
                        + " what you need, and remove it. [apply.leftover]");
    }

    @Test
    void reportsEveryFaultOfEveryFileAtOnce() throws IOException {
        Files.writeString(root.resolve("a.tf"), "a person's");
        Files.createDirectory(root.resolve("b.tf"));
        Map<String, String> wanted = Map.of("a.tf", "1", "b.tf", "2", "../c.tf", "3", "fine.tf", "4");

        assertThat(codes(Map.of(), wanted))
                .containsExactly("../c.tf apply.path", "a.tf apply.changed", "b.tf apply.type");
    }

    /** An administrator may write everything, so that only the permissions can tell. */
    private static void makeReadOnly(Path path, String permissions) throws IOException {
        assumeTrue(Files.getFileStore(path).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private List<String> codes(Map<String, String> before, Map<String, String> after) {
        return conflicts(before, after).stream()
                .map(conflict -> conflict.file() + " " + conflict.code())
                .toList();
    }

    private List<Conflict> conflicts(Map<String, String> before, Map<String, String> after) {
        return conflicts(List.of(Tree.changes("terraform", before, after)));
    }

    /** The conflicts of an apply, after which every file is as it was. */
    private List<Conflict> conflicts(List<ChangeSet> changes) {
        Map<String, String> old = read();
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class, () -> new Applier(Map.of("terraform", root), Map.of()).apply(changes));
        assertThat(read()).isEqualTo(old);
        return refusal.conflicts();
    }

    private Map<String, String> read() {
        try {
            return new TreeMap<>(Tree.read(root));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
