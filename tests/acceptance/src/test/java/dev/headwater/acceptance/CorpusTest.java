package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One plan, onboarded into every file of a corpus that Headwater has to do with, each in four variants, and a report of
 * what came of it. The corpus is {@code -Dheadwater.corpus=FOLDER}, or else the fixtures of the tests and the
 * demonstration repositories, whose report is a golden that {@code -Dheadwater.goldens=write} writes anew.
 */
class CorpusTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "goldens", "corpus.tsv");

    @Test
    void onboardingThrowsNothingLosesNoLineAndIsDoneAtOnce() throws IOException {
        String folder = System.getProperty("headwater.corpus", "");
        List<CorpusRow> rows = rows(folder.isEmpty() ? fixtures() : Map.of("", Path.of(folder)));
        String report = CorpusRow.HEADER + rows.stream().map(CorpusRow::tsv).collect(Collectors.joining());
        write(Path.of(System.getProperty("headwater.corpus.report", "target/corpus.tsv")), report);

        assertThat(rows.stream().flatMap(row -> row.harm().stream().map(harm -> row.tsv() + harm)))
                .isEmpty();
        if (folder.isEmpty()) {
            compare(report);
        }
    }

    private static Map<String, Path> fixtures() {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("fixtures", Path.of("../../core/src/test/resources/fixtures"));
        folders.put("examples", Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories"));
        return folders;
    }

    private static List<CorpusRow> rows(Map<String, Path> folders) throws IOException {
        List<CorpusRow> rows = new ArrayList<>();
        for (CorpusItem item : CorpusFiles.of(folders)) {
            for (CorpusVariant variant : CorpusVariant.values()) {
                rows.add(new CorpusOnboarding(item, variant).row());
            }
        }
        return rows;
    }

    private static void compare(String report) throws IOException {
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            write(GOLDEN, report);
        }
        assertThat(report.lines()).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    @Test
    void aLineThatIsChangedOrTakenAwayOrMovedIsLost() {
        assertThat(CorpusOnboarding.lostLine("a\nb\nc\n", "a\nb \nc\n")).contains(2);
        assertThat(CorpusOnboarding.lostLine("a\nb\nc\n", "a\nc\n")).contains(2);
        assertThat(CorpusOnboarding.lostLine("a\nb\nc\n", "b\na\nc\n")).contains(2);
        assertThat(CorpusOnboarding.lostLine("a\r\nb\r\n", "a\r\nb\nc\n")).contains(2);
    }

    @Test
    void aLineThatMakesRoomForItemsOrIsClosedIsKept() {
        assertThat(CorpusOnboarding.lostLine("", "a\n")).isEmpty();
        assertThat(CorpusOnboarding.lostLine("a\nb", "a\nb\r\nc")).isEmpty();
        assertThat(CorpusOnboarding.lostLine("sources: []", "sources:\n  - name: a\n"))
                .isEmpty();
    }
}
