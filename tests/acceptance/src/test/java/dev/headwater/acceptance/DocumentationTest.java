package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the guide show works as it stands there. */
class DocumentationTest {

    private static final Path ROOT =
            Path.of(System.getProperty("headwater.examples", "../../examples")).resolve("..");

    private static final Path GUIDE = ROOT.resolve("docs/guide.md");

    private static final Pattern BLOCK_OF_A_FILE =
            Pattern.compile("(?ms)^\\[[^\\]]+\\]\\((\\S+)\\)\\n\\n```(\\w+)\\n(.*?)^```");

    private static List<String> blocks(String language) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        return block.results().map(found -> found.group(1).strip()).toList();
    }

    @Test
    void theFirstTwoCommandsAreOneCommandEachAndCiRunsTheSecond() throws IOException {
        assertThat(blocks("sh").subList(0, 2))
                .allSatisfy(block -> assertThat(block.lines()).hasSize(1));
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .contains(blocks("sh").get(1));
    }

    @Test
    void everyJavaBlockCompiles(@TempDir Path out) throws IOException {
        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(faults(block, out)).isEmpty());
    }

    /** The guide's blocks below the names of the files that they show, by those files. */
    private static Map<Path, String> filesOfTheGuide() throws IOException {
        Map<Path, String> blocks = new LinkedHashMap<>();
        BLOCK_OF_A_FILE
                .matcher(Files.readString(GUIDE))
                .results()
                .forEach(
                        found -> blocks.put(GUIDE.resolveSibling(found.group(1)).normalize(), found.group(3)));
        return blocks;
    }

    /** A file as the guide shows it: Java without package and imports. */
    private static String shown(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".java") ? text.replaceFirst("(?s)\\A.*\\nimport [^\\n]*\\n\\n?", "") : text;
    }

    @Test
    void theGuideShowsFilesAsTheyAre() throws IOException {
        String guide = Files.readString(GUIDE);
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            for (Path file : filesOfTheGuide().keySet()) {
                guide = guide.replaceFirst(
                        "(?ms)(\\(\\S*/" + Pattern.quote(file.getFileName().toString()) + "\\)\\n\\n```\\w+\\n).*?^```",
                        "$1" + Matcher.quoteReplacement(shown(file)) + "```");
            }
            Files.writeString(GUIDE, guide);
        }
        Map<Path, String> blocks = filesOfTheGuide();
        assertThat(blocks).hasSize((int)
                guide.lines().filter(line -> line.matches("```\\w+")).count());
        for (Map.Entry<Path, String> block : blocks.entrySet()) {
            assertThat(block.getValue()).as(block.getKey().toString()).isEqualTo(shown(block.getKey()));
        }
    }

    private static String faults(String block, Path out) {
        String imports =
                block.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String statements =
                block.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        String source = imports + "\nclass Snippet {\nvoid run() {\n" + statements + "\n}\n}\n";
        return Snippet.faults("Snippet", source, out);
    }
}
