package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One hard thing a file; {@code cases.tsv} says what comes of putting one item in. */
class YamlFixturesTest {

    private static final YamlWanted DEPLOYMENT = new YamlWanted(
            Address.yaml("f").item("deployments", "name", "crm-daily").path(), """
            name: crm-daily
            entrypoint: flows/crm.py:daily_flow
            description: 'Daily: "crm" load'
            tags:
              - dlt
              - crm
            schedules:
              - cron: "0 7 * * *"
                timezone: UTC
            """, Keep.MANAGED);

    private static final YamlWanted SOURCE =
            new YamlWanted(Address.yaml("f").item("sources", "name", "dlt_new").path(), """
            name: dlt_new
            database: DLT
            tables:
              - name: t1
            """, Keep.MANAGED);

    private static final YamlWanted TABLE = new YamlWanted(
            Address.yaml("f")
                    .item("sources", "name", "dlt_crm")
                    .item("tables", "name", "orders")
                    .path(),
            """
            name: orders
            description: Orders
            """,
            Keep.MANAGED);

    @TestFactory
    List<DynamicTest> everyFixtureGivesWhatItsCaseSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : text("cases.tsv").lines().toList()) {
            String[] fields = line.split("\t", -1);
            tests.add(DynamicTest.dynamicTest(
                    fields[0] + " " + fields[3], () -> check(fields[0], wanted(fields[1]), fields[2])));
        }
        assertThat(tests).hasSize(79);
        return tests;
    }

    private static YamlWanted wanted(String operation) {
        return switch (operation) {
            case "dep" -> DEPLOYMENT;
            case "src" -> SOURCE;
            case "tbl" -> TABLE;
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static void check(String file, YamlWanted wanted, String expected) throws IOException {
        String before;
        try {
            before = SourceText.decode(bytes(file), "yaml");
        } catch (UnreadableTextException notUtf8) {
            assertThat(notUtf8.code()).isEqualTo(expected);
            return;
        }
        YamlEditor.Result result = YamlEditor.edit(before, List.of(wanted));
        Verdict verdict = result.verdicts().get(0);
        assertThat(verdict.refusal().map(Refusal::code).orElse("ok"))
                .as(() -> verdict + "\n" + result.text())
                .isEqualTo(expected);
        YamlEditor.Result again = YamlEditor.edit(result.text(), List.of(wanted));
        if (expected.equals("ok")) {
            assertThat(again.verdicts()).containsExactly(Verdict.UNCHANGED);
            assertThat(again.text()).isEqualTo(result.text());
            assertThat(keepsEveryCharacter(before, result.text())).isTrue();
        } else {
            assertThat(result.text()).isEqualTo(before);
        }
    }

    /** Apart from the token of an empty value, the old text is there, in order. */
    private static boolean keepsEveryCharacter(String before, String after) {
        int at = 0;
        for (String line : before.split("\n", -1)) {
            String kept = line.replaceAll("(deployments|tables):\\s*(\\[]|null|~)", "$1:")
                    .strip();
            at = after.indexOf(kept, at);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = YamlFixturesTest.class.getResourceAsStream("/fixtures/yaml/" + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
