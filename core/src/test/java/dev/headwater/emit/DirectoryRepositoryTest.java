package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.headwater.problem.RepositoryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryRepositoryTest {

    @TempDir
    Path directory;

    private Path root;
    private Repository repository;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(directory.resolve("dbt-transform"));
        repository = Repository.directory("dbt-transform", root);
    }

    @Test
    void readsTheBytesOfAFile() throws IOException {
        put("models/a.sql", "select 1\r\n");

        assertThat(text("models/a.sql")).contains("select 1\r\n");
        assertThat(repository.name()).isEqualTo("dbt-transform");
    }

    @Test
    void readsFilesWhenTheyAreAskedFor() throws IOException {
        put("late.txt", "written after the repository was opened");

        assertThat(text("late.txt")).isPresent();
    }

    @Test
    void readsFilesWhoseNamesAreNeverWritten() throws IOException {
        put("models/a?b.sql", "select 1");
        put("nul.tf/con ", "");

        assertThat(text("models/a?b.sql")).contains("select 1");
        assertThat(repository.list("")).containsExactly("models/", "nul.tf/");
        assertThat(repository.list("nul.tf")).containsExactly("con ");
    }

    @Test
    void hasNothingWhereThereIsNoFile() throws IOException {
        put("models/a.sql", "select 1");

        assertThat(repository.read("models/b.sql")).isEmpty();
        assertThat(repository.read("models")).isEmpty();
        assertThat(repository.read("models/a.sql/below")).isEmpty();
        assertThat(repository.read("")).isEmpty();
    }

    @Test
    void listsSortedByCodeUnitWithDirectoriesMarked() throws IOException {
        put("models/b.sql", "");
        put("models/_a.sql", "");
        put("models/B.sql", "");
        put("models/staging/deep/c.sql", "");

        assertThat(repository.list("models")).containsExactly("B.sql", "_a.sql", "b.sql", "staging/");
        assertThat(repository.list("")).containsExactly("models/");
        assertThat(repository.list("models/staging")).containsExactly("deep/");
    }

    @Test
    void listsNothingWhereThereIsNoDirectory() throws IOException {
        put("a.sql", "");

        assertThat(repository.list("models")).isEmpty();
        assertThat(repository.list("a.sql")).isEmpty();
        assertThat(repository.list("a.sql/below")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".dlt/secrets.toml",
                "pipelines/.dlt/secrets.toml",
                ".DLT/Secrets.TOML",
                ".dlt/dev.secrets.toml",
                ".git/config",
                "vendored/.git/config",
                ".GIT/config"
            })
    void neverOpensSecretsOrGit(String path) throws IOException {
        put(path, "password");

        assertThat(repository.read(path)).isEmpty();
        assertThat(repository.list(path.substring(0, path.lastIndexOf('/')))).isEmpty();
    }

    @Test
    void readsWhatIsBesideTheSecrets() throws IOException {
        put(".dlt/secrets.toml", "password");
        put(".dlt/config.toml", "[runtime]");

        assertThat(repository.list(".dlt")).containsExactly("config.toml");
        assertThat(text(".dlt/config.toml")).contains("[runtime]");
    }

    @Test
    void neverOpensSecretsThroughALink() throws IOException {
        put(".dlt/secrets.toml", "password");
        Files.createSymbolicLink(root.resolve("harmless.toml"), root.resolve(".dlt/secrets.toml"));

        assertThat(repository.read("harmless.toml")).isEmpty();
    }

    @Test
    void followsALinkInsideTheRepository() throws IOException {
        put("models/a.sql", "select 1");
        Files.createSymbolicLink(root.resolve("linked"), root.resolve("models"));

        assertThat(text("linked/a.sql")).contains("select 1");
        assertThat(repository.list("")).containsExactly("linked/", "models/");
    }

    @Test
    void followsNoLinkOutOfTheRepository() throws IOException {
        Files.writeString(directory.resolve("outside.tf"), "not ours");
        Files.createSymbolicLink(root.resolve("shared.tf"), directory.resolve("outside.tf"));
        Files.createSymbolicLink(root.resolve("up"), directory);

        assertThat(repository.list("")).containsExactly("shared.tf", "up");
        assertThatThrownBy(() -> repository.read("shared.tf"))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("\"shared.tf\" in the repository dbt-transform at " + root.toRealPath()
                        + " is a link that leads out of it: put the file itself there.");
        assertThatThrownBy(() -> repository.read("up/outside.tf")).isInstanceOf(RepositoryException.class);
        assertThatThrownBy(() -> repository.list("up")).isInstanceOf(RepositoryException.class);
    }

    @Test
    void hasNothingBehindALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(root.resolve("gone.sql"), root.resolve("nowhere.sql"));

        assertThat(repository.read("gone.sql")).isEmpty();
        assertThat(repository.list("")).containsExactly("gone.sql");
    }

    @Test
    void hasNothingBehindALinkThatLeadsToItself() throws IOException {
        Files.createSymbolicLink(root.resolve("file.sql"), Path.of("file.sql"));
        Files.createSymbolicLink(root.resolve("here"), Path.of("there/deeper"));
        Files.createSymbolicLink(root.resolve("there"), Path.of("here"));

        assertThat(repository.read("file.sql")).isEmpty();
        assertThat(repository.read("here/a.sql")).isEmpty();
        assertThat(repository.list("there")).isEmpty();
        assertThat(repository.list("")).containsExactly("file.sql", "here", "there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../x", "..", "/etc/passwd", "a//b", "a/", "./a", "a\\b", "C:x", "a\0b"})
    void refusesAPathThatIsNotInARepository(String path) {
        String message = "\"" + path + "\" is not a path in the repository dbt-transform: give one relative to its"
                + " directory, with / between its parts and without . or .. in it.";

        assertThatThrownBy(() -> repository.read(path))
                .isInstanceOf(RepositoryException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> repository.list(path)).hasMessage(message);
    }

    @Test
    void refusesARootThatIsNotThere() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> Repository.directory("terraform", missing))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("The repository terraform is not at " + missing
                        + ": check the path, or clone the repository to that place.");
    }

    @Test
    void refusesARootThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> Repository.directory("terraform", file))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("The repository terraform cannot be read from " + file
                        + ", which is a file: give the directory that holds the repository.");
    }

    @Test
    void refusesAFileThatItMayNotRead() throws IOException {
        put("private.tf", "");
        Path file = root.resolve("private.tf");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThatThrownBy(() -> repository.read("private.tf"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("\"private.tf\" in the repository dbt-transform")
                .hasMessageContaining("give the user that runs this the right to read it");
    }

    @Test
    void saysWhereChangesAreWritten() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root);

        assertThat(Repository.directory("dbt-transform", link).root()).contains(root.toRealPath());
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Optional<String> text(String path) {
        return repository.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
