package dev.headwater.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    @Test
    void bytesAreReadAsUtf8() {
        byte[] bytes = "größe: 日本 🚀\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(SourceText.decode(bytes, "yaml")).isEqualTo("größe: 日本 🚀\r\n");
    }

    @Test
    void aByteOrderMarkStaysSoThatItIsWrittenBack() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'};

        String text = SourceText.decode(bytes, "hcl");

        assertThat(text).isEqualTo("\uFEFFa");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "e4", "c3", "c080", "eda080", "f4908080", "fffe61"})
    void bytesThatAreNotUtf8AreRefusedInsteadOfReplaced(String hex) {
        byte[] bytes = HexFormat.of().parseHex("61" + hex);

        UnreadableTextException fault =
                catchThrowableOfType(UnreadableTextException.class, () -> SourceText.decode(bytes, "yaml"));

        assertThat(fault.code()).isEqualTo("yaml.encoding");
        assertThat(fault).hasMessage("The file is not UTF-8. Save it as UTF-8.");
    }

    @Test
    void theCodeNamesTheFormat() {
        UnreadableTextException fault = catchThrowableOfType(
                UnreadableTextException.class, () -> SourceText.decode(new byte[] {(byte) 0xFF}, "hcl"));

        assertThat(fault.code()).isEqualTo("hcl.encoding");
    }
}
