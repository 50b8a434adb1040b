package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Snapshot.Documents;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one snapshot has parsed is there for the next one, as long as the file says the same. */
class DocumentsTest {

    private final Documents documents = new Documents();
    private final Map<String, byte[]> files = new HashMap<>(Map.of("a.yaml", bytes("a: 1\n"), "a.tf", bytes("a {}\n")));

    @Test
    void aFileThatIsTheSameIsNotParsedAgain() {
        Snapshot first = snapshot();

        assertThat(snapshot().yaml("a.yaml").orElseThrow())
                .isSameAs(first.yaml("a.yaml").orElseThrow());
        assertThat(snapshot().hcl("a.tf").orElseThrow())
                .isSameAs(first.hcl("a.tf").orElseThrow());
    }

    @Test
    void aFileThatSaysSomethingElseIsParsed() {
        snapshot().yaml("a.yaml");
        snapshot().hcl("a.tf");
        files.put("a.yaml", bytes("a: 2\n"));
        files.put("a.tf", bytes("b {}\n"));

        assertThat(snapshot().yaml("a.yaml").orElseThrow().text()).isEqualTo("a: 2\n");
        assertThat(snapshot().hcl("a.tf").orElseThrow().blocks().get(0).type()).isEqualTo("b");
    }

    @Test
    void aFileThatIsGoneIsNotThere() {
        snapshot().yaml("a.yaml");
        files.remove("a.yaml");

        assertThat(snapshot().yaml("a.yaml")).isEmpty();
    }

    private Snapshot snapshot() {
        return new Snapshot(Repository.inMemory("repo", files), documents);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
