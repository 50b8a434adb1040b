package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission.Requirement;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Snapshot;
import dev.headwater.problem.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcilerTest {

    private static final Scope SCOPE = Scope.loader("dlt");
    private static final String CRM = "module \"crm\" {\n  source = \"./m\"\n}\n";
    private static final byte[] LATIN = "# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    private static Fragment block(String text) {
        return Fragment.hclBlock(SCOPE, "tf/main.tf", text);
    }

    private static Fragment item(String name) {
        return Fragment.yamlItem(
                SCOPE,
                Address.yaml("prefect.yaml").item("deployments", "name", name),
                "name: " + name + "\nentrypoint: x\n");
    }

    private static ChangeSet reconcile(Map<String, String> files, Fragment... fragments) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return reconcileBytes(bytes, fragments);
    }

    private static ChangeSet reconcileBytes(Map<String, byte[]> files, Fragment... fragments) {
        List<EmittedFragment> wanted = Stream.of(fragments)
                .map(fragment -> new EmittedFragment(fragment, "one"))
                .toList();
        return Reconciler.reconcile(new Snapshot(Repository.inMemory("repo", files)), wanted, List.of())
                .changes();
    }

    private static ChangeSet require(Map<String, byte[]> files, Address address) {
        return Reconciler.reconcile(
                        new Snapshot(Repository.inMemory("repo", files)),
                        List.of(),
                        List.of(new Requirement(address, "Add it.")))
                .changes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Conflict conflict(ChangeSet changes) {
        assertThat(changes.conflicts()).hasSize(1);
        return changes.conflicts().get(0);
    }

    private static String after(ChangeSet changes) {
        assertThat(changes.conflicts()).isEmpty();
        assertThat(changes.files()).hasSize(1);
        return changes.files().get(0).after().orElseThrow();
    }

    @Nested
    class Obstructed {

        private final Fragment.Obstacle obstacle = new Fragment.Obstacle(
                "m/variables.tf",
                new Diagnostic(
                        "terraform.module-contract", 7, "The module m wants \"x\".", "Paste the block and add it."),
                true);
        private final Fragment obstructed = block(CRM).obstructedBy(List.of(obstacle));

        @Test
        void aBlockThatWouldHaveToBeWrittenIsAConflictWhereTheObstacleIsWithTheTextToPaste() {
            assertThat(conflict(reconcile(Map.of("tf/main.tf", "locals {}\n"), obstructed)))
                    .isEqualTo(new Conflict(
                            "terraform.module-contract",
                            "repo",
                            "m/variables.tf",
                            7,
                            "The module m wants \"x\".",
                            "Paste the block and add it.",
                            Optional.of(CRM)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"module \"crm\" {\n  source = \"./m\"\n  x = 1\n}\n", "module \"crm\" {}\n"})
        void aBlockThatSomebodyPastedAndCorrectedIsLeftAsItIs(String there) {
            ChangeSet changes = reconcile(Map.of("tf/other.tf", there), obstructed);

            assertThat(changes.conflicts()).isEmpty();
            assertThat(changes.files()).isEmpty();
        }

        @Test
        void aTextThatWasPastedAsItIsIsStillWrong() {
            assertThat(conflict(reconcile(Map.of("tf/other.tf", CRM), obstructed))
                            .line())
                    .isEqualTo(7);
        }

        @Test
        void aTextThatIsRightAsItIsNeedsOnlyToBePasted() {
            Fragment doubtful = block(CRM)
                    .obstructedBy(List.of(new Fragment.Obstacle(
                            "tf/a.tf", new Diagnostic("x.y", 1, "It may be there.", "Look."), false)));

            assertThat(reconcile(Map.of("tf/other.tf", CRM), doubtful).conflicts())
                    .isEmpty();
            assertThat(reconcile(Map.of(), doubtful).conflicts()).hasSize(1);
        }

        @Test
        void twoBlocksWithOneObstacleAreOneConflictWithBothTexts() {
            String shop = "module \"shop\" {\n  source = \"./m\"\n}\n";

            assertThat(conflict(reconcile(Map.of(), obstructed, block(shop).obstructedBy(List.of(obstacle))))
                            .wanted())
                    .contains(CRM + "\n" + shop);
        }

        @Test
        void aWholeFileCannotBeObstructed() {
            Fragment file = Fragment.file(SCOPE, "a.py", "");
            assertThatThrownBy(() -> file.obstructedBy(List.of(obstacle)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("neither a Terraform block nor an item");
            assertThat(file.obstructedBy(List.of())).isEqualTo(file);
        }
    }

    @Nested
    class ObstructedItem {

        private static final String OTHER = "deployments:\n  - name: b\n    entrypoint: x\n";
        private static final String BOTH = OTHER + "  - name: a\n    entrypoint: x\n";

        private static Fragment obstructed(boolean evenWhenThere) {
            return item("a")
                    .obstructedBy(List.of(new Fragment.Obstacle(
                            "prefect.yaml", new Diagnostic("x.y", 2, "There is b.", "Rename it."), evenWhenThere)));
        }

        @Test
        void whichIsNotThereIsAConflictWithTheTextToPasteAndTheOthersAreWritten() {
            ChangeSet changes = reconcile(Map.of("prefect.yaml", OTHER), obstructed(false), item("c"));

            assertThat(conflict(changes))
                    .isEqualTo(new Conflict(
                            "x.y",
                            "repo",
                            "prefect.yaml",
                            2,
                            "There is b.",
                            "Rename it.",
                            Optional.of("  - name: a\n    entrypoint: x\n")));
            assertThat(changes.files().get(0).after()).contains(OTHER + "  - name: c\n    entrypoint: x\n");
        }

        @Test
        void whichIsThereIsNone() {
            assertThat(reconcile(Map.of("prefect.yaml", BOTH), obstructed(false))
                            .conflicts())
                    .isEmpty();
        }

        @Test
        void whichIsThereIsOneWhenTheObstacleHoldsEvenThen() {
            assertThat(conflict(reconcile(Map.of("prefect.yaml", BOTH), obstructed(true)))
                            .message())
                    .isEqualTo("There is b.");
        }

        @Test
        void whichIsThereAndSaysSomethingElseIsComparedAllTheSame() {
            String there = BOTH.replace("name: a\n    entrypoint: x", "name: a\n    entrypoint: z");

            assertThat(conflict(reconcile(Map.of("prefect.yaml", there), obstructed(false)))
                            .code())
                    .isEqualTo("yaml.name-taken");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a: [\n", "deployments:\n  - name: a\n  - name: a\n"})
        void aFileThatCannotBeReadForCertainIsReportedAsSuch(String file) {
            assertThat(conflict(reconcile(Map.of("prefect.yaml", file), obstructed(false)))
                            .code())
                    .isIn("yaml.syntax", "yaml.duplicate-name");
        }
    }

    @Nested
    class Terraform {

        @ParameterizedTest
        @ValueSource(strings = {"\u3000", "\u2003"})
        void anOddBlankAtTheEndOfACommentIsPartOfIt(String blank) {
            String text = "locals {} # x" + blank;

            assertThat(after(reconcile(Map.of("tf/main.tf", text), block(CRM)))).isEqualTo(text + "\n\n" + CRM.strip());
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n\n", "  \n", "\t\r\n"})
        void aFileOfBlanksKeepsThem(String blanks) {
            assertThat(after(reconcile(Map.of("tf/main.tf", blanks), block(CRM))))
                    .startsWith(blanks + "module");
        }

        @Test
        void aBlankLineWithoutAnEndGetsOne() {
            assertThat(after(reconcile(Map.of("tf/main.tf", "  "), block(CRM)))).isEqualTo("  \n" + CRM);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a_override.tf", "override.tf", "a.tf.json", "a.tf"})
        void aFileThatIsNotUtf8IsAConflict(String name) {
            Conflict conflict = conflict(reconcileBytes(Map.of("tf/" + name, LATIN), block(CRM)));

            assertThat(conflict.code()).isEqualTo("hcl.encoding");
            assertThat(conflict.file()).isEqualTo("tf/" + name);
        }

        @ParameterizedTest
        @ValueSource(strings = {".a.tf", "a.tf~", "#a.tf#", ".#a.tf"})
        void aFileThatTerraformIgnoresIsNoConfiguration(String name) {
            ChangeSet changes = reconcileBytes(Map.of("tf/" + name, LATIN), block(CRM));

            assertThat(changes.conflicts()).isEmpty();
        }

        @Test
        void aBlockWithoutLabelsIsAdded() {
            assertThat(after(reconcile(Map.of("tf/main.tf", CRM), block("locals {\n  a = 1\n}\n"))))
                    .isEqualTo(CRM + "\nlocals {\n  a = 1\n}\n");
        }

        @Test
        void blocksWithoutLabelsMayBeSeveral() {
            String two = "locals {\n  b = 1\n}\n\nlocals {\n  a = 1\n}\n";

            assertThat(reconcile(Map.of("tf/main.tf", two), block("locals {\n  a = 1\n}\n"))
                            .isEmpty())
                    .isTrue();
        }

        @Test
        void anOverrideOfTheBlockIsAConflictWithItsLine() {
            Conflict conflict = conflict(reconcile(Map.of("tf/a_override.tf", "# x\n" + CRM), block(CRM)));

            assertThat(conflict.code()).isEqualTo("hcl.override");
            assertThat(conflict.line()).isEqualTo(2);
        }

        @Test
        void anOverrideThatSpeaksOfTheBlockInACommentIsNone() {
            String comment = "# module \"crm\" is in main.tf\nmodule \"erp\" {\n  a = 1\n}\n";

            assertThat(reconcile(Map.of("tf/a_override.tf", comment), block(CRM))
                            .conflicts())
                    .isEmpty();
        }

        @Test
        void aBlockInJsonIsAConflictWithItsLine() {
            String json = "{\n\t\"module\": [{\n\t\t\"crm\": {\"source\": \"./m\"}\n\t}]\n}\n";

            assertThat(conflict(reconcile(Map.of("tf/a.tf.json", json), block(CRM)))
                            .line())
                    .isEqualTo(3);
            assertThat(reconcile(Map.of("tf/a.tf.json", json.replace("crm", "erp")), block(CRM))
                            .conflicts())
                    .isEmpty();
        }

        @Test
        void aBrokenFileIsOneConflictWithAllThatItKeepsOut() {
            String erp = CRM.replace("crm", "erp");
            Conflict conflict = conflict(reconcile(Map.of("tf/broken.tf", "module \"a\" {\n"), block(CRM), block(erp)));

            assertThat(conflict.wanted()).hasValue(CRM + "\n" + erp);
        }

        @Test
        void aBlockThatSaysSomethingElseIsNamedWithWhatDiffers() {
            Conflict conflict = conflict(reconcile(Map.of("tf/a.tf", CRM.replace("./m", "./n")), block(CRM)));

            assertThat(conflict.message())
                    .isEqualTo("module \"crm\" is there already, but \"source\" in line 2 is \"./n\", not \"./m\".");
        }
    }

    @Nested
    class Required {

        private static final Address DATABASE = new Address.HclBlock("tf", "module", List.of("db"));

        @Test
        void whatCannotBeReadIsNotSaidToBeMissing() {
            Conflict conflict = conflict(require(Map.of("tf/a.tf", LATIN), DATABASE));

            assertThat(conflict.code()).isEqualTo("hcl.encoding");
        }

        @Test
        void whatIsInJsonIsThere() {
            assertThat(require(Map.of("tf/db.tf.json", utf8("{\"module\": {\"db\": {}}}")), DATABASE)
                            .conflicts())
                    .isEmpty();
        }

        @Test
        void whatMayComeFromABlockForSeveralCannotBeSeen() {
            String several = "\nmodule \"dbs\" {\n  for_each = local.dbs\n}\n";

            assertThat(conflict(require(Map.of("tf/a.tf", utf8(several)), DATABASE))
                            .message())
                    .isEqualTo("module \"db\" cannot be seen: it may come from the module in tf/a.tf:2, which stands"
                            + " for several.");
        }

        @Test
        void anEntryOfAYamlFileIsFound() {
            Map<String, byte[]> files = Map.of("a.yml", utf8("models: {stg: {x: 1}}\nlist: [{name: a}, b]\n"));

            assertThat(require(files, Address.yaml("a.yml").entry("models").entry("stg"))
                            .conflicts())
                    .isEmpty();
            assertThat(require(files, Address.yaml("a.yml").item("list", "name", "a"))
                            .conflicts())
                    .isEmpty();
            assertThat(conflict(require(
                                    files, Address.yaml("a.yml").entry("models").entry("x")))
                            .message())
                    .isEqualTo("models.x is not there.");
        }
    }

    @Nested
    class Fragments {

        @Test
        void aWholeFileAndAPartOfItDisagree() {
            Conflict conflict =
                    conflict(reconcile(Map.of(), Fragment.file(SCOPE, "prefect.yaml", "pull: []\n"), item("a")));

            assertThat(conflict.code()).isEqualTo("fragment.disagreement");
            assertThat(conflict.message())
                    .isEqualTo(
                            "The whole file is wanted by one for dlt, and deployments[name=a] in it by one for dlt.");
        }

        @Test
        void aWholeFileAndABlockInItDisagree() {
            assertThat(conflict(reconcile(Map.of(), block(CRM), Fragment.file(SCOPE, "tf/main.tf", "# x\n")))
                            .code())
                    .isEqualTo("fragment.disagreement");
        }

        @Test
        void theSameTextOnceAndManagedIsManaged() {
            Fragment managed = Fragment.file(SCOPE, "a.txt", "ours\n");

            assertThat(reconcile(Map.of(), managed.once(), managed).conflicts()).isEmpty();
            assertThat(conflict(reconcile(Map.of("a.txt", "theirs\n"), managed.once(), managed))
                            .code())
                    .isEqualTo("file.taken");
        }

        @Test
        void aFileThatSaysSomethingElseIsNamedWithItsFirstDifferentLine() {
            Conflict conflict =
                    conflict(reconcile(Map.of("a.txt", "one\r\ntwo\r\n"), Fragment.file(SCOPE, "a.txt", "one\n2\n")));

            assertThat(conflict.line()).isEqualTo(2);
            assertThat(conflict.message())
                    .isEqualTo("The file is there already and says something else: line 2 is \"two\", not \"2\".");
        }

        @Test
        void anItemInANewFileNeedsNoStart() {
            assertThat(after(reconcile(Map.of(), item("a"), item("b")))).isEqualTo("""
                            deployments:
                              - name: a
                                entrypoint: x
                              - name: b
                                entrypoint: x
                            """);
        }

        @Test
        void aNewFileIsNotMadeWhenNothingGoesIntoIt() {
            Fragment child = Fragment.yamlItem(
                    SCOPE, Address.yaml("a.yml").item("sources", "name", "s").item("tables", "name", "t"), "name: t\n");

            ChangeSet changes = reconcile(Map.of(), child);

            assertThat(conflict(changes).code()).isEqualTo("yaml.missing-parent");
            assertThat(changes.files()).isEmpty();
        }

        @Test
        void aBrokenYamlFileIsOneConflict() {
            Conflict conflict = conflict(reconcile(Map.of("prefect.yaml", "a: [\n"), item("a"), item("b")));

            assertThat(conflict.code()).isEqualTo("yaml.syntax");
            assertThat(conflict.wanted().orElseThrow()).contains("name: a", "name: b");
        }

        @Test
        void messageAndHintAreTwoSentencesWhateverStandsInQuotes() {
            Conflict conflict = conflict(reconcile(Map.of("prefect.yaml", "deployments: [\n]\n"), item("a")));

            assertThat(conflict.message()).isEqualTo("The empty value of 'deployments' is spread out.");
            assertThat(conflict.hint()).isEqualTo("Write 'deployments: []' on one line.");
        }
    }

    @Nested
    class WholeFiles {

        private String message(String there, String wanted) {
            Conflict conflict = conflict(reconcile(Map.of("a.py", there), Fragment.file(SCOPE, "a.py", wanted)));
            assertThat(conflict.code()).isEqualTo("file.taken");
            String start = "The file is there already and says something else: ";
            assertThat(conflict.message()).startsWith(start);
            return conflict.line() + ": " + conflict.message().substring(start.length());
        }

        @Test
        void theFirstLineThatDiffersIsShown() {
            assertThat(message("a\nb\nc\n", "a\nx\nc\n")).isEqualTo("2: line 2 is \"b\", not \"x\".");
        }

        @Test
        void anEndThatComesTooEarlyOrTooLateIsSaidOfALineThatIsThere() {
            assertThat(message("a\n", "a\nb\n")).isEqualTo("1: it ends with line 1, behind which \"b\" is wanted.");
            assertThat(message("a\nb\n", "a\n")).isEqualTo("2: line 2 is \"b\", and the wanted text ends before it.");
            assertThat(message("", "a\n")).isEqualTo("0: it is empty.");
        }

        @Test
        void aMissingLineEndIsCalledSo() {
            assertThat(message("a\r\nb", "a\nb\n")).isEqualTo("2: its last line, 2, has no line end.");
            assertThat(message("a\nb\n", "a\nb")).isEqualTo("2: its last line, 2, has a line end.");
        }

        @Test
        void aCarriageReturnInALineIsSeen() {
            assertThat(message("a\rb\n", "a\nb\n")).isEqualTo("1: line 1 is \"aU+000Db\", not \"a\".");
        }
    }

    @Nested
    class Deep {

        private final String deep =
                "module \"crm\" {\n  source = " + "{a=".repeat(1_000) + "1" + "}".repeat(1_000) + "\n}\n";

        @Test
        void aBlockThatIsComparedAndNestedTooDeepIsAConflictWithItsLine() {
            Conflict conflict = conflict(reconcile(Map.of("tf/main.tf", deep), block(CRM)));

            assertThat(conflict.code()).isEqualTo("hcl.too-deep");
            assertThat(conflict.file()).isEqualTo("tf/main.tf");
            assertThat(conflict.line()).isEqualTo(2);
        }

        @Test
        void aJsonFileThatIsNestedTooDeepIsAConflictWithItsLine() {
            for (int depth : List.of(1_000, 100_000)) {
                String json = "\n" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

                Conflict conflict = conflict(reconcile(Map.of("tf/main.tf.json", json), block(CRM)));

                assertThat(conflict.code()).isEqualTo("hcl.json");
                assertThat(conflict.line()).isEqualTo(2);
            }
        }
    }

    @Test
    void aBrokenJsonFileIsCalledJson() {
        Conflict conflict = conflict(reconcile(Map.of("tf/main.tf.json", "{\n\"a\": [}"), block(CRM)));

        assertThat(conflict.code()).isEqualTo("hcl.json");
        assertThat(conflict.line()).isEqualTo(2);
        assertThat(conflict.message()).startsWith("This is not JSON (");
    }

    @Nested
    class KeysThatAreWrittenTwice {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"module\": {\"other\": {}},\n\"module\": {\"crm\": {}}}",
                    "{\"module\":\n{\"crm\": {}}, \"module\": {\"other\": {}}}",
                    "{\"module\": [{\"other\": {}, \"other\": {}},\n{\"crm\": {}, \"crm\": {}}]}"
                })
        void inJsonAddToTheFirstAsTerraformReadsIt(String json) {
            Conflict conflict = conflict(reconcile(Map.of("tf/a.tf.json", json), block(CRM)));

            assertThat(conflict.code()).isEqualTo("hcl.override");
            assertThat(conflict.line()).isEqualTo(2);
        }

        @Test
        void inJsonThatSaysNothingOfABlockDoNotStandInItsWay() {
            String json = "{\"locals\": {\"a\": 1},\n\"locals\": {\"b\": 1}}";

            assertThat(after(reconcile(Map.of("tf/a.tf.json", json), block(CRM))))
                    .isEqualTo(CRM);
        }
    }

    @Test
    void aListThatIsIndexedIsNoList() {
        String picked = "module \"crm\" {\n  source = [\"./a\", \"./b\"][0]\n}\n";
        String list = "module \"crm\" {\n  source = [\"./a\"]\n}\n";

        assertThat(conflict(reconcile(Map.of("tf/main.tf", picked), block(list)))
                        .code())
                .isEqualTo("hcl.block-taken");
    }

    @Test
    void whatWasSeenAndIsAnotherFileByNowIsNamed() {
        Map<String, byte[]> then = Map.of("tf/a.tf", utf8("# a\n"), "tf/main.tf", utf8("# main\n"));
        Reconciled reconciled = Reconciler.reconcile(
                new Snapshot(Repository.inMemory("repo", then)),
                List.of(new EmittedFragment(block(CRM), "one")),
                List.of());
        Map<String, byte[]> now = new TreeMap<>(then);
        reconciled
                .changes()
                .files()
                .forEach(file -> now.put(file.path(), utf8(file.after().orElseThrow())));

        assertThat(differences(reconciled, now)).isEmpty();
        now.put("tf/.hidden.tf", utf8(CRM));
        assertThat(differences(reconciled, now)).isEmpty();
        now.put("tf/new.tf", utf8(CRM));
        assertThat(differences(reconciled, now)).containsExactly("tf/new.tf");
        now.put("tf/a.tf", utf8(CRM));
        assertThat(differences(reconciled, now)).containsExactly("tf/a.tf", "tf/new.tf");
    }

    private static List<String> differences(Reconciled reconciled, Map<String, byte[]> now) {
        return reconciled.seen().differences(Repository.inMemory("repo", now), reconciled.changes()).stream()
                .map(Conflict::file)
                .toList();
    }

    @Test
    void aNewFileMayStartWithNothingButComments() {
        assertThat(after(reconcile(Map.of(), item("crm").startingWith("# my file\n"))))
                .isEqualTo("""
                # my file
                deployments:
                  - name: crm
                    entrypoint: x
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployments: [\n", "- name: crm\n"})
    void aStartOfANewFileThatHoldsNoKeysIsTheEmittersMistake(String start) {
        assertThatThrownBy(() -> reconcile(Map.of(), item("crm").startingWith(start)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("What a file starts with for prefect.yaml: deployments[name=crm] is not YAML");
    }

    @Test
    void aSnapshotReadsEachFileOnce() {
        Map<String, byte[]> files = new TreeMap<>(Map.of("a.txt", utf8("then\n")));
        Repository changing = new Repository() {
            @Override
            public String name() {
                return "repo";
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<String> list(String directory) {
                return List.copyOf(files.keySet());
            }
        };
        Snapshot snapshot = new Snapshot(changing);
        snapshot.read("a.txt");
        snapshot.list("");
        files.put("a.txt", utf8("now\n"));
        files.put("b.txt", utf8("now\n"));

        assertThat(snapshot.read("a.txt").orElseThrow()).isEqualTo(utf8("then\n"));
        assertThat(snapshot.list("")).containsExactly("a.txt");
    }
}
