package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Address;
import dev.headwater.emit.Address.HclElement;
import dev.headwater.emit.Emission.Requirement;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Snapshot;
import dev.headwater.problem.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of blocks that somebody else owns. */
class HclElementTest {

    private static final Scope SCOPE = Scope.loader("snowpipe").source("crm");

    private static final HclElement NOTIFICATION =
            new Address.HclBlock("aws", "resource", List.of("aws_s3_bucket_notification", "raw")).inside();

    private static final Fragment QUEUE =
            Fragment.hclElement(SCOPE, NOTIFICATION.nested("queue", "id", "\"crm\""), """
            queue {
              id        = "crm"
              queue_arn = aws_sqs_queue.crm.arn
            }
            """);

    private static Fragment role(String role) {
        HclElement roles = new Address.HclBlock("aws", "module", List.of("database")).inside();
        return Fragment.hclElement(SCOPE, roles.element("roles", role), role);
    }

    private static ChangeSet reconcile(String text, Fragment... fragments) {
        List<EmittedFragment> wanted = Stream.of(fragments)
                .map(fragment -> new EmittedFragment(fragment, "snowpipe"))
                .toList();
        return reconcile(Map.of("aws/main.tf", text), wanted, List.of());
    }

    private static ChangeSet reconcile(
            Map<String, String> files, List<EmittedFragment> wanted, List<Requirement> required) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Reconciler.reconcile(new Snapshot(Repository.inMemory("terraform", bytes)), wanted, required)
                .changes();
    }

    private static ChangeSet require(Map<String, String> files) {
        HclElement queue = NOTIFICATION.nested("queue", "id", "\"shop\"");
        return reconcile(files, List.of(), List.of(new Requirement(queue, "Apply the shop first.")));
    }

    private static String after(String text, Fragment... fragments) {
        ChangeSet changes = reconcile(text, fragments);
        assertThat(changes.conflicts()).isEmpty();
        return changes.files().get(0).after().orElseThrow();
    }

    @Test
    void aNestedBlockGoesToTheEndOfItsBlock() {
        assertThat(after("""
                # The one notification of the bucket.
                resource "aws_s3_bucket_notification" "raw" {
                  bucket = aws_s3_bucket.raw.id

                  queue {
                    id = "shop" # not ours
                  }
                }

                locals {}
                """, QUEUE)).isEqualTo("""
                # The one notification of the bucket.
                resource "aws_s3_bucket_notification" "raw" {
                  bucket = aws_s3_bucket.raw.id

                  queue {
                    id = "shop" # not ours
                  }

                  queue {
                    id        = "crm"
                    queue_arn = aws_sqs_queue.crm.arn
                  }
                }

                locals {}
                """);
    }

    @Test
    void aBlockWithNothingInItGetsNoBlankLine() {
        assertThat(after("""
                resource "aws_s3_bucket_notification" "raw" {
                }
                """, QUEUE)).startsWith("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                """);
    }

    @Test
    void lineEndsAreThoseOfTheFile() {
        String text = "resource \"aws_s3_bucket_notification\" \"raw\" {\r\n  bucket = 1\r\n}\r\n";

        assertThat(after(text, QUEUE)).doesNotContainPattern("[^\r]\n").contains("queue_arn");
    }

    @Test
    void whatIsThereInAnotherLayoutStays() {
        assertThat(reconcile("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    queue_arn = aws_sqs_queue.crm.arn
                    id = "crm"
                    events = ["s3:ObjectCreated:*"]
                  }
                }
                """, QUEUE)).matches(ChangeSet::isEmpty);
    }

    @Test
    void whatIsThereAndSaysSomethingElseIsAConflict() {
        assertThat(reconcile("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    id        = "crm"
                    queue_arn = "arn:other"
                  }
                }
                """, QUEUE).conflicts())
                .extracting(Conflict::code, Conflict::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hcl.block-taken", 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                  | [module.c.role]",
                "[module.a.role]     | [module.a.role, module.c.role]",
                "[module.a.role,]    | [module.a.role, module.c.role]",
                "[ module.a.role ]   | [ module.a.role, module.c.role ]",
            })
    void anElementIsAddedBehindTheLastOnOneLine(String list, String wanted) {
        assertThat(after("module \"database\" {\n  roles = " + list + " # readers\n}\n", role("module.c.role")))
                .isEqualTo("module \"database\" {\n  roles = " + wanted + " # readers\n}\n");
    }

    @Test
    void anElementGetsALineOfItsOwnWhereTheOthersHaveThem() {
        assertThat(after("""
                module "database" {
                  roles = [
                    module.a.role, # first
                    module.b.role # the last one has no comma
                  ]
                  other = 1
                }
                """, role("module.c.role"), role("module.d.role"))).isEqualTo("""
                module "database" {
                  roles = [
                    module.a.role, # first
                    module.b.role, # the last one has no comma
                    module.c.role,
                    module.d.role,
                  ]
                  other = 1
                }
                """);
    }

    @Test
    void anElementThatIsThereStays() {
        assertThat(reconcile("module \"database\" {\n  roles = [(module.c.role)]\n}\n", role("module.c.role")))
                .matches(ChangeSet::isEmpty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "module \"database\" {\\n  roles = local.roles\\n}\\n                      | hcl.not-a-list     | 2",
                "module \"database\" {\\n  roles = concat([], local.roles)\\n}\\n          | hcl.not-a-list     | 2",
                "module \"database\" {\\n  other = 1\\n}\\n                                | hcl.not-a-list     | 1",
                "module \"other\" {}\\n                                                    | hcl.missing-parent | 0",
                "module \"database\" {}\\nmodule \"database\" {}\\n                        | hcl.duplicate-block | 2",
            })
    void whereItCannotGoIsAConflictWithTheTextToPaste(String text, String code, int line) {
        List<Conflict> conflicts =
                reconcile(text.translateEscapes(), role("module.c.role")).conflicts();

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo(code);
            assertThat(conflict.line()).isEqualTo(line);
            assertThat(conflict.wanted()).contains("module.c.role");
        });
    }

    @Test
    void aPartOfABlockThatIsBroughtWithItStandsInIt() {
        Fragment block = Fragment.hclBlock(SCOPE, "aws/notifications.tf", """
                resource "aws_s3_bucket_notification" "raw" {
                  bucket = "raw"
                }
                """).once();

        ChangeSet changes = reconcile("", QUEUE, block);

        assertThat(changes.conflicts()).isEmpty();
        assertThat(changes.files().get(0).after()).contains("""
                resource "aws_s3_bucket_notification" "raw" {
                  bucket = "raw"

                  queue {
                    id        = "crm"
                    queue_arn = aws_sqs_queue.crm.arn
                  }
                }
                """);
    }

    @Test
    void whatStandsInTheWayOfAPartIsAConflictOnlyWhereThePartIsNotThere() {
        Diagnostic overlapping = new Diagnostic("crm.overlap", 3, "Another queue has its files.", "Part them.");
        Fragment obstructed = QUEUE.obstructedBy(List.of(new Fragment.Obstacle("aws/main.tf", overlapping, false)));
        String there = """
                resource "aws_s3_bucket_notification" "raw" {
                  bucket = "raw"
                }
                """;
        String with = reconcile(there, QUEUE).files().get(0).after().orElseThrow();

        assertThat(reconcile(there, obstructed).conflicts().get(0).code()).isEqualTo("crm.overlap");
        assertThat(reconcile(with, obstructed).conflicts()).isEmpty();
    }

    @Test
    void whatStandsInTheWayEvenOfAPartThatIsThereSaysSoInPlaceOfTheDifference() {
        Diagnostic taken = new Diagnostic("crm.taken", 4, "The shop has it.", "Ask the shop.");
        Fragment obstructed = QUEUE.obstructedBy(List.of(
                new Fragment.Obstacle("aws/main.tf", taken, true),
                new Fragment.Obstacle("aws/main.tf", new Diagnostic("crm.overlap", 4, "It overlaps.", ""), false)));
        String there = """
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    id        = "crm"
                    queue_arn = aws_sqs_queue.%s.arn
                  }
                }
                """;

        assertThat(reconcile(there.formatted("crm"), obstructed).conflicts())
                .extracting(Conflict::code)
                .containsExactly("crm.taken");
        assertThat(reconcile(there.formatted("shop"), obstructed).conflicts())
                .extracting(Conflict::code)
                .containsExactly("crm.taken");
    }

    @Test
    void aBlockOnOneLineIsLeftToItsOwner() {
        assertThat(reconcile("resource \"aws_s3_bucket_notification\" \"raw\" { bucket = 1 }\n", QUEUE)
                        .conflicts())
                .extracting(Conflict::code)
                .containsExactly("hcl.one-line-block");
    }

    @Test
    void partsAndBlocksOfOneFileAreOneEdit() {
        Fragment block = Fragment.hclBlock(SCOPE, "aws/main.tf", "locals {\n  a = 1\n}\n");

        assertThat(after("module \"database\" {\n  roles = []\n}\n", role("module.c.role"), block))
                .isEqualTo("module \"database\" {\n  roles = [module.c.role]\n}\n\nlocals {\n  a = 1\n}\n");
    }

    @Test
    void anAddressMeansAPart() {
        assertThatThrownBy(() -> Fragment.hclElement(SCOPE, NOTIFICATION, "queue {}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("go on from inside()");
    }

    private static Fragment queue(String id) {
        return Fragment.hclElement(
                SCOPE,
                NOTIFICATION.nested("queue", "id", "\"" + id + "\""),
                "queue {\n  id = \"" + id + "\"\n\n  filter {\n    prefix = \"" + id + "/\"\n  }\n}\n");
    }

    @Test
    void nestedBlocksOfOneParentStandInTheOrderInWhichTheyAreWanted() {
        assertThat(after("""
                resource "aws_s3_bucket_notification" "raw" {
                }
                """, queue("crm"), queue("shop"))).isEqualTo("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    id = "crm"

                    filter {
                      prefix = "crm/"
                    }
                  }

                  queue {
                    id = "shop"

                    filter {
                      prefix = "shop/"
                    }
                  }
                }
                """);
    }

    @Test
    void aNestedBlockIsIndentedAsTheBodyIs() {
        assertThat(after("""
                resource "aws_s3_bucket_notification" "raw" {
                \tbucket = 1
                }
                """, queue("crm"))).isEqualTo("""
                resource "aws_s3_bucket_notification" "raw" {
                \tbucket = 1

                \tqueue {
                \t\tid = "crm"

                \t\tfilter {
                \t\t\tprefix = "crm/"
                \t\t}
                \t}
                }
                """);
    }

    @Test
    void anElementOfSeveralLinesIsIndentedInAllOfThem() {
        Fragment grant = role("{\n  name = \"x\"\n}");

        assertThat(after("""
                module "database" {
                  roles = [
                    module.a.role
                  ]
                }
                """, grant)).isEqualTo("""
                module "database" {
                  roles = [
                    module.a.role,
                    {
                      name = "x"
                    },
                  ]
                }
                """);
        assertThat(after("""
                module "database" {
                \troles = [
                \t]
                }
                """, grant)).isEqualTo("""
                module "database" {
                \troles = [
                \t\t{
                \t\t\tname = "x"
                \t\t},
                \t]
                }
                """);
        assertThat(after("""
                module "database" {
                  roles = [module.a.role]
                }
                """, grant)).isEqualTo("""
                module "database" {
                  roles = [module.a.role, {
                    name = "x"
                  }]
                }
                """);
    }

    @Test
    void aPartThatCannotBeAddedDoesNotKeepTheOthersOut() {
        HclElement behindHeredoc = new Address.HclBlock("aws", "module", List.of("mail")).inside();
        ChangeSet changes = reconcile(
                """
                module "mail" {
                  texts = [
                    <<E
                Hello
                E
                  ]
                }

                module "database" {
                  roles = []
                }
                """,
                Fragment.hclElement(SCOPE, behindHeredoc.element("texts", "\"Y\""), "\"Y\""),
                role("module.c.role"));

        assertThat(changes.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo("hcl.unsafe-edit");
            assertThat(conflict.wanted()).contains("\"Y\"");
        });
        assertThat(changes.files())
                .singleElement()
                .satisfies(file -> assertThat(file.after().orElseThrow())
                        .contains("    <<E\nHello\nE\n  ]\n")
                        .contains("  roles = [module.c.role]\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dynamic \"queue\" {\\n    for_each = local.queues\\n  }",
                "queue {\\n    id = local.crm\\n  }",
                "queue {\\n    id = \"${local.prefix}-crm\"\\n  }",
            })
    void aBlockThatCouldBeTheWantedOneIsAConflictAtItsLine(String there) {
        String text = "resource \"aws_s3_bucket_notification\" \"raw\" {\n  bucket = 1\n\n  " + there.translateEscapes()
                + "\n}\n";

        assertThat(reconcile(text, QUEUE).conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.code()).isEqualTo("hcl.uncertain-part");
            assertThat(conflict.line()).isEqualTo(4);
            assertThat(conflict.message()).contains("queue[id=\"crm\"] cannot be told for certain");
            assertThat(conflict.wanted()).isPresent();
        });
    }

    @Test
    void aPartThatIsWrittenOutIsThereWhateverElseTheBlockMakes() {
        assertThat(reconcile("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    id        = "crm"
                    queue_arn = aws_sqs_queue.crm.arn
                  }

                  dynamic "queue" {
                    for_each = local.queues
                  }
                }
                """, QUEUE)).matches(ChangeSet::isEmpty);
    }

    @Test
    void namesThatAreWrittenDifferentlyAreDifferent() {
        Fragment byArn = Fragment.hclElement(
                SCOPE,
                NOTIFICATION.nested("queue", "queue_arn", "aws_sqs_queue.crm.arn"),
                "queue {\n  queue_arn = aws_sqs_queue.crm.arn\n}\n");

        assertThat(after("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    queue_arn = aws_sqs_queue.shop.arn
                  }
                }
                """, byArn)).isEqualTo("""
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    queue_arn = aws_sqs_queue.shop.arn
                  }

                  queue {
                    queue_arn = aws_sqs_queue.crm.arn
                  }
                }
                """);
    }

    @Test
    void addressesThatDifferInBlanksOnlyAreOne() {
        assertThat(after("module \"database\" {\n  roles = []\n}\n", role("\"Y\""), role(" \"Y\" ")))
                .isEqualTo("module \"database\" {\n  roles = [\"Y\"]\n}\n");
    }

    @Test
    void aPartThatIsRequiredAndThereIsNoConflict() {
        assertThat(require(Map.of("aws/main.tf", """
                resource "aws_s3_bucket_notification" "raw" {
                  queue {
                    id = "shop"
                  }
                }
                """))).matches(ChangeSet::isEmpty);
    }

    @Test
    void aPartThatIsRequiredAndMissingIsAConflictThatSaysWhy() {
        assertThat(require(Map.of("aws/main.tf", """
                # The one notification of the bucket.
                resource "aws_s3_bucket_notification" "raw" {
                }
                """)).conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict)
                            .hasToString("terraform/aws/main.tf:2: resource \"aws_s3_bucket_notification\" \"raw\""
                                    + " queue[id=\"shop\"] is not there. Apply the shop first. [require.missing]");
                });
    }

    @Test
    void aPartThatIsRequiredOfABlockThatIsMissingSaysThat() {
        assertThat(require(Map.of("aws/main.tf", "locals {}\n")).conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.code()).isEqualTo("require.missing");
                    assertThat(conflict.file()).isEqualTo("aws");
                    assertThat(conflict.message())
                            .isEqualTo("resource \"aws_s3_bucket_notification\" \"raw\" is not there.");
                });
    }

    @Test
    void aPartThatIsRequiredOfABlockThatAnOverrideChangesCannotBeTold() {
        String block = "resource \"aws_s3_bucket_notification\" \"raw\" {\n}\n";

        assertThat(require(Map.of("aws/main.tf", block, "aws/override.tf", block))
                        .conflicts())
                .extracting(Conflict::code, Conflict::file)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hcl.override", "aws/override.tf"));
    }

    @Test
    void aListThatIsMissingIsSaidToBe() {
        assertThat(reconcile("module \"database\" {\n}\n", role("module.c.role"))
                        .conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.message()).isEqualTo("There is no list \"roles\" to hold it.");
                    assertThat(conflict.hint()).isEqualTo("Add roles = [] first.");
                });
    }

    @Test
    void aClosingBraceBehindACommentIsNotOnALineOfItsOwn() {
        assertThat(reconcile("""
                resource "aws_s3_bucket_notification" "raw" {
                  bucket = 1
                /* end */ }
                """, QUEUE).conflicts())
                .extracting(Conflict::message)
                .containsExactly("The closing brace of the block \"resource\" is not on a line of its own.");
    }
}
