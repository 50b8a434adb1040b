package dev.headwater.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headwater.document.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static String text(byte[] bytes, String format) {
        Snapshot snapshot = new Snapshot(Repository.inMemory("repo", Map.of("file", bytes)));
        return snapshot.text("file", format).orElseThrow();
    }

    @Test
    void bytesAreReadAsUtf8() {
        byte[] bytes = "größe: 日本 🚀\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(text(bytes, "yaml")).isEqualTo("größe: 日本 🚀\r\n");
    }

    @Test
    void aByteOrderMarkStaysSoThatItIsWrittenBack() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'};

        String text = text(bytes, "hcl");

        assertThat(text).isEqualTo("\uFEFFa");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "e4", "c3", "c080", "eda080", "f4908080", "fffe61"})
    void bytesThatAreNotUtf8AreRefusedInsteadOfReplaced(String hex) {
        byte[] bytes = HexFormat.of().parseHex("61" + hex);

        DocumentException fault = catchThrowableOfType(DocumentException.class, () -> text(bytes, "yaml"));

        assertThat(fault.diagnostic().code()).isEqualTo("yaml.encoding");
        assertThat(fault).hasMessage("The file is not UTF-8. Save it as UTF-8.");
    }

    @Test
    void theCodeNamesTheFormat() {
        DocumentException fault =
                catchThrowableOfType(DocumentException.class, () -> text(new byte[] {(byte) 0xFF}, "hcl"));

        assertThat(fault.diagnostic().code()).isEqualTo("hcl.encoding");
    }
}
