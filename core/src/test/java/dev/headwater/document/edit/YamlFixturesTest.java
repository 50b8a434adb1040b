package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.YamlDocument;
import dev.headwater.document.edit.ItemVerdict.Inserted;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.document.edit.ItemVerdict.Unchanged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code fixtures/yaml} holds one hard thing; {@code cases.tsv} says what must come of it. */
class YamlFixturesTest {

    record Case(String file, String operation, String expected, String note) {

        @Override
        public String toString() {
            return file + ": " + note;
        }

        RequestedItem wanted() {
            return switch (operation) {
                case "dep" -> RequestedItems.CRM_DAILY;
                case "src" -> RequestedItems.DLT_NEW;
                case "tbl" -> RequestedItems.ORDERS;
                default -> throw new IllegalStateException("unknown operation " + operation);
            };
        }
    }

    static Stream<Case> readable() {
        // Text that is no UTF-8 is reported before there is a text to edit.
        return bytes("cases.tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Case(cells[0], cells[1], cells[2], cells[3]))
                .filter(fixture -> !fixture.expected().equals("yaml.encoding"));
    }

    static Stream<Case> accepted() {
        return readable().filter(fixture -> fixture.expected().equals("ok"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void givesTheExpectedVerdict(Case fixture) {
        String text = bytes(fixture.file());

        YamlEdit edit = new YamlEditor().edit(text, List.of(fixture.wanted()));

        ItemVerdict verdict = edit.verdicts().get(0);
        assertThat(verdict instanceof Refused refused ? refused.diagnostic().code() : "ok")
                .as(verdict + "\n" + edit.text())
                .isEqualTo(fixture.expected());
        assertThat(edit.text().equals(text)).isEqualTo(!(verdict instanceof Inserted));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void changesNothingTheSecondTime(Case fixture) {
        String once = new YamlEditor()
                .edit(bytes(fixture.file()), List.of(fixture.wanted()))
                .text();

        YamlEdit again = new YamlEditor().edit(once, List.of(fixture.wanted()));

        assertThat(again.verdicts()).containsExactly(new Unchanged());
        assertThat(again.text()).isSameAs(once);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void keepsEveryLineOfTheFileInItsOrder(Case fixture) {
        String text = bytes(fixture.file());

        String edited = new YamlEditor().edit(text, List.of(fixture.wanted())).text();

        assertThat(edited.lines().map(YamlFixturesTest::withoutEmptyValue).toList())
                .containsSubsequence(
                        text.lines().map(YamlFixturesTest::withoutEmptyValue).toList());
        assertThat(YamlDocument.parse(edited).root()).isPresent();
    }

    private static String withoutEmptyValue(String line) {
        return line.replaceFirst("^( *(?:- )?(?:deployments|tables):) (?:\\[\\]|null|~)", "$1");
    }

    static String bytes(String file) {
        try (InputStream in = YamlFixturesTest.class.getResourceAsStream("/fixtures/yaml/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
