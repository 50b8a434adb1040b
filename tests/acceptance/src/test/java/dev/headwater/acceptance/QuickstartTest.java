package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.examples.Quickstart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README's first command prints. */
class QuickstartTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("headwater.examples", "../../examples"));

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(before);
    }

    @Test
    void itFitsOnAScreenAndSaysWhereTheRestLies() throws IOException {
        Quickstart.main(new String[] {EXAMPLES.toString(), "false"});
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSizeLessThanOrEqualTo(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120))
                .contains("  changed  prefect.yaml", "  new      sources/hubspot/source.py")
                .last()
                .isEqualTo("Full diffs: examples/target/quickstart/*.diff"
                        + "   Runbook: examples/target/quickstart/runbook.md");
        assertThat(EXAMPLES.resolve("target/quickstart"))
                .isDirectoryContaining("glob:**.diff")
                .isDirectoryContaining("glob:**runbook.md");
    }

    @Test
    void theReadmeShowsAPieceOfItsDiff() throws IOException {
        Quickstart.main(new String[] {EXAMPLES.toString(), "false"});

        Matcher shown = Pattern.compile("(?ms)^```diff\\n(.*?)^```")
                .matcher(Files.readString(EXAMPLES.resolve("../README.md")));
        assertThat(shown.find()).isTrue();
        assertThat(Files.readString(EXAMPLES.resolve("target/quickstart/data-pipelines.diff")))
                .contains(shown.group(1));
    }
}
