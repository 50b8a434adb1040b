package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Address;
import dev.headwater.emit.Address.HclElement;
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
        Map<String, byte[]> files = Map.of("aws/main.tf", text.getBytes(StandardCharsets.UTF_8));
        return Reconciler.reconcile(new Snapshot(Repository.inMemory("terraform", files)), wanted, List.of())
                .changes();
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
                "module \"database\" {}\\nmodule \"database\" {}\\n                        | hcl.missing-parent | 0",
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
}
