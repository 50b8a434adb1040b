package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.problem.RepositoryException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InMemoryRepositoryTest {

    private static final byte[] BYTES = "x".getBytes(StandardCharsets.UTF_8);

    @Test
    void readsWhatItWasGiven() {
        Repository repository = Repository.inMemory("terraform", Map.of("a/b.tf", BYTES));

        assertThat(repository.name()).isEqualTo("terraform");
        assertThat(repository.read("a/b.tf")).hasValue(BYTES);
        assertThat(repository.read("a")).isEmpty();
        assertThat(repository.read("b.tf")).isEmpty();
    }

    @Test
    void listsAsADirectoryWould() {
        Repository repository = Repository.inMemory(
                "terraform",
                Map.of("a/b.tf", BYTES, "a/c/d.tf", BYTES, "a/c/e.tf", BYTES, "a.tf", BYTES, "a/B.tf", BYTES));

        assertThat(repository.list("")).containsExactly("a.tf", "a/");
        assertThat(repository.list("a")).containsExactly("B.tf", "b.tf", "c/");
        assertThat(repository.list("a/c")).containsExactly("d.tf", "e.tf");
        assertThat(repository.list("a.tf")).isEmpty();
        assertThat(repository.list("none")).isEmpty();
    }

    @Test
    void keepsItsOwnCopyOfTheBytes() {
        byte[] given = BYTES.clone();
        Map<String, byte[]> files = new HashMap<>(Map.of("a.tf", given));
        Repository repository = Repository.inMemory("terraform", files);
        given[0] = 'y';
        repository.read("a.tf").orElseThrow()[0] = 'z';
        files.clear();

        assertThat(repository.read("a.tf")).hasValue(BYTES);
    }

    @Test
    void isAsSilentAboutSecretsAsADirectory() {
        Repository repository =
                Repository.inMemory("data-pipelines", Map.of(".dlt/secrets.toml", BYTES, ".git/config", BYTES));

        assertThat(repository.read(".dlt/secrets.toml")).isEmpty();
        assertThat(repository.list(".dlt")).isEmpty();
        assertThat(repository.list("")).containsExactly(".dlt/");
    }

    @Test
    void refusesAPathThatIsNotInARepository() {
        assertThatThrownBy(() -> Repository.inMemory("terraform", Map.of("../a.tf", BYTES)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith("\"../a.tf\" is not a path in the repository terraform");
    }

    @Test
    void refusesAFileWithoutAPath() {
        assertThatThrownBy(() -> Repository.inMemory("terraform", Map.of("", BYTES)))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("A file of the repository terraform has no path: give each file one.");
    }

    @Test
    void refusesAFileThatIsADirectoryToo() {
        assertThatThrownBy(() -> Repository.inMemory("terraform", Map.of("a", BYTES, "a/b.tf", BYTES)))
                .isInstanceOf(RepositoryException.class)
                .hasMessage(
                        "\"a\" in the repository terraform is both a file and a directory: leave one of the two out.");
    }

    @Test
    void liesInNoDirectory() {
        assertThat(Repository.inMemory("terraform", Map.of()).root()).isEmpty();
    }
}
