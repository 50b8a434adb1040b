package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a conflict gives to paste stands in the file as it is: whoever pastes it has nothing left to do. */
class PasteTextTest {

    private static final Scope SCOPE = Scope.loader("dlt");
    private static final String FILE = "file.yml";

    private static final Fragment DEPLOYMENT = item("deployments", "crm-daily", """
            name: crm-daily
            entrypoint: x
            schedules:
              - cron: "0 7 * * *"
            """);
    private static final Fragment SOURCE = item("sources", "dlt_crm", """
            name: dlt_crm
            database: DLT
            """);
    private static final Fragment CONTACTS = table("contacts");
    private static final Fragment ORDERS = table("orders");

    private static Fragment item(String list, String name, String text) {
        return Fragment.yamlItem(SCOPE, Address.yaml(FILE).item(list, "name", name), text);
    }

    private static Fragment table(String name) {
        Address.YamlItem address =
                Address.yaml(FILE).item("sources", "name", "dlt_crm").item("tables", "name", name);
        return Fragment.yamlItem(SCOPE, address, "name: " + name + "\ncolumns:\n  - name: id\n");
    }

    private static ChangeSet reconcile(String file, Fragment... fragments) {
        return reconcile(file.getBytes(StandardCharsets.UTF_8), fragments);
    }

    private static ChangeSet reconcile(byte[] file, Fragment... fragments) {
        Map<String, byte[]> files = Map.of(FILE, file);
        List<EmittedFragment> wanted = Stream.of(fragments)
                .map(fragment -> new EmittedFragment(fragment, "one"))
                .toList();
        return Reconciler.reconcile(new Snapshot(Repository.inMemory("repo", files)), wanted, List.of())
                .changes();
    }

    private static String pasteText(String file, Fragment... fragments) {
        return pasteText(file.getBytes(StandardCharsets.UTF_8), fragments);
    }

    private static String pasteText(byte[] file, Fragment... fragments) {
        List<Conflict> conflicts = reconcile(file, fragments).conflicts();
        assertThat(conflicts).hasSize(1);
        return conflicts.get(0).wanted().orElseThrow();
    }

    private static void assertNothingIsLeftToDo(String file, Fragment... fragments) {
        ChangeSet changes = reconcile(file, fragments);
        assertThat(changes.conflicts()).as(file).isEmpty();
        assertThat(changes.files()).as(file).isEmpty();
    }

    @Test
    void hasItsDashWhereTheOthersHaveTheirs() {
        String file = """
                deployments: &all
                - name: other
                  tags:
                  - x
                """;

        String paste = pasteText(file, DEPLOYMENT);

        assertThat(paste).isEqualTo("""
                - name: crm-daily
                  entrypoint: x
                  schedules:
                  - cron: "0 7 * * *"
                """);
        assertNothingIsLeftToDo(file + paste, DEPLOYMENT);
    }

    @Test
    void takesThePlaceOfTheItemThatSaysSomethingElse() {
        String file = """
                deployments:
                    -   name: crm-daily
                        entrypoint: y
                """;

        String paste = pasteText(file, DEPLOYMENT);

        assertThat(paste).isEqualTo("""
                -   name: crm-daily
                    entrypoint: x
                    schedules:
                        - cron: "0 7 * * *"
                """.indent(4));
        assertNothingIsLeftToDo("deployments:\n" + paste, DEPLOYMENT);
    }

    @Test
    void aSourceThatIsRefusedHoldsItsTablesAndIsOneConflict() {
        String file = """
                sources: &all
                  - name: theirs
                    tables:
                    - name: t
                """;

        String paste = pasteText(file, SOURCE, CONTACTS, ORDERS);

        assertThat(paste).isEqualTo("""
                - name: dlt_crm
                  database: DLT
                  tables:
                  - name: contacts
                    columns:
                    - name: id
                  - name: orders
                    columns:
                    - name: id
                """.indent(2));
        assertNothingIsLeftToDo(file + paste, SOURCE, CONTACTS, ORDERS);
    }

    @Test
    void aSourceThatSaysSomethingElseIsReplacedByOneThatHoldsTheTables() {
        String file = """
                sources:
                  - name: dlt_crm
                    database: OTHER
                """;

        String paste = pasteText(file, SOURCE, CONTACTS);

        assertThat(paste).contains("  - name: dlt_crm\n    database: DLT\n    tables:\n      - name: contacts\n");
        assertNothingIsLeftToDo("sources:\n" + paste, SOURCE, CONTACTS);
    }

    @Test
    void tablesThatAreRefusedAloneStandBelowEachOtherUnderTheirKey() {
        String file = """
                sources:
                  - name: dlt_crm
                    database: DLT
                    tables: [{name: theirs}]
                """;

        String paste = pasteText(file, SOURCE, CONTACTS, ORDERS);

        assertThat(paste).isEqualTo("""
                - name: contacts
                  columns:
                    - name: id
                - name: orders
                  columns:
                    - name: id
                """.indent(6));
        assertNothingIsLeftToDo(
                file.replace(" [{name: theirs}]", "\n      - name: theirs") + paste, SOURCE, CONTACTS, ORDERS);
    }

    @Test
    void comesWithTheKeyOfItsListWhereTheFileHasNone() {
        String file = "pull: |\n  text";

        String paste = pasteText(file, DEPLOYMENT);

        assertThat(paste).startsWith("deployments:\n  - name: crm-daily\n    entrypoint: x\n");
        assertNothingIsLeftToDo(file + "\n" + paste, DEPLOYMENT);
    }

    @Test
    void comesWithTheKeyOfItsListWhereTheFileSaysNothing() {
        String file = "# to come\n";

        assertNothingIsLeftToDo(file + pasteText(file, SOURCE, CONTACTS), SOURCE, CONTACTS);
    }

    @Test
    void ofAFileThatCannotBeReadTheUsualLayoutIsTaken() {
        String file = "deployments:\n\t- name: other\n";

        assertThat(pasteText(file, DEPLOYMENT)).startsWith("  - name: crm-daily\n    entrypoint: x\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  path:\tx\n", "  path: x\u0085\n", "---\n"})
    void ofAFileThatCannotBeReadTheDashesAreWhereItsLinesHaveThem(String fault) {
        String file = """
                pull:
                    - step: x
                deployments:

                # theirs
                - name: other
                %s  tags:
                  - x
                """.formatted(fault);

        String paste = pasteText(file, DEPLOYMENT);

        assertThat(paste).isEqualTo("""
                - name: crm-daily
                  entrypoint: x
                  schedules:
                    - cron: "0 7 * * *"
                """);
        assertNothingIsLeftToDo(file.replace(fault, "") + paste, DEPLOYMENT);
    }

    @Test
    void theDashesOfAnotherListAreNoExample() {
        String file = """
                deployments: [
                pull:
                      - step: x
                """;

        assertThat(pasteText(file, DEPLOYMENT)).startsWith("  - name: crm-daily\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gr\u00f6\u00dfe", "\u0085"})
    void ofAFileThatIsNotUtf8TheListIsSeenAllTheSame(String latin) {
        String file = """
                deployments:
                    - name: other
                      description: "%s"
                """.formatted(latin);

        String paste = pasteText(file.getBytes(StandardCharsets.ISO_8859_1), DEPLOYMENT);

        assertThat(paste).startsWith("    - name: crm-daily\n      entrypoint: x\n");
        assertNothingIsLeftToDo(file.replace(latin, "") + paste, DEPLOYMENT);
    }

    @Test
    void aTableWithoutItsSourceStandsWhereItWouldStandInOne() {
        assertThat(pasteText("version: 2\n", ORDERS))
                .isEqualTo("- name: orders\n  columns:\n    - name: id\n".indent(6));
    }
}
