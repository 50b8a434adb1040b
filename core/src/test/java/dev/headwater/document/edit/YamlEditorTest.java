package dev.headwater.document.edit;

import static dev.headwater.document.edit.RequestedItems.deployment;
import static dev.headwater.document.edit.RequestedItems.managed;
import static dev.headwater.document.edit.RequestedItems.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headwater.document.YamlDocument;
import dev.headwater.document.edit.ItemVerdict.Inserted;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.document.edit.ItemVerdict.Unchanged;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YamlEditorTest {

    private static final RequestedItem CONTACTS = managed("sources[name=dlt_crm].tables[name=contacts]", """
            name: contacts
            columns:
              - name: id
            """);
    private static final RequestedItem SOURCE = managed("sources[name=dlt_crm]", """
            name: dlt_crm
            database: DLT
            """);

    private static YamlEdit edit(String text, RequestedItem... wanted) {
        return new YamlEditor().edit(text, List.of(wanted));
    }

    private static String edited(String text, RequestedItem... wanted) {
        YamlEdit edit = edit(text, wanted);
        assertThat(edit.verdicts()).noneMatch(Refused.class::isInstance);
        return edit.text();
    }

    private static Refused refusal(String text, RequestedItem wanted) {
        YamlEdit edit = edit(text, wanted);
        assertThat(edit.text()).isSameAs(text);
        return (Refused) edit.verdicts().get(0);
    }

    @Nested
    class Layout {

        @Test
        void followsTheDashAndItsGap() {
            assertThat(edited("""
                            deployments:
                                -   name: a
                            other: 1
                            """, deployment("n"))).isEqualTo("""
                            deployments:
                                -   name: a
                                -   name: n
                                    entrypoint: flows/x.py:run
                            other: 1
                            """);
        }

        @Test
        void aBlankLineAboveTheCommentsBetweenItemsIsTheFilesHabit() {
            assertThat(edited("""
                            deployments:
                              - name: a

                              # The second one
                              # is slow.
                              - name: b

                            # of the section
                              - name: c
                            """, deployment("n"), deployment("m"))).isEqualTo("""
                            deployments:
                              - name: a

                              # The second one
                              # is slow.
                              - name: b

                            # of the section
                              - name: c

                              - name: n
                                entrypoint: flows/x.py:run

                              - name: m
                                entrypoint: flows/x.py:run
                            """);
        }

        @Test
        void aCommentThatBelongsToTheItemAboveIsNoHeading() {
            assertThat(edited("""
                            deployments:
                              - name: a

                                # tags: [x]
                              - name: b
                            """, deployment("n"))).endsWith("""
                              - name: b
                              - name: n
                                entrypoint: flows/x.py:run
                            """);
        }

        @Test
        void aCommentOfTheItemAboveIsNoHeadingWhereTheFileEndsInIt() {
            assertThat(edited("""
                            deployments:
                            - name: a

                              # of a""", deployment("n"), deployment("m"))).isEqualTo("""
                            deployments:
                            - name: a

                              # of a
                            - name: n
                              entrypoint: flows/x.py:run
                            - name: m
                              entrypoint: flows/x.py:run""");
        }

        @Test
        void aBlankLineAboveTheCommentsBetweenSectionsIsTheFilesHabit() {
            assertThat(edited("""
                            name: x

                            # where the code is
                            pull:
                              - a: 1
                            """, deployment("n"))).endsWith("""
                              - a: 1

                            deployments:
                              - name: n
                                entrypoint: flows/x.py:run
                            """);
        }

        @Test
        void listsInTheItemFollowTheListsInItsNeighbours() {
            assertThat(edited("""
                            deployments:
                            - name: a
                              tags:
                              - x
                            """, RequestedItems.CRM_DAILY)).isEqualTo("""
                            deployments:
                            - name: a
                              tags:
                              - x
                            - name: crm-daily
                              entrypoint: flows/crm.py:daily_flow
                              tags:
                              - dlt
                              - crm
                              schedules:
                              - cron: "0 7 * * *"
                                timezone: UTC
                              description: 'Daily: "crm" load'
                            """);
        }

        @Test
        void aNewListInAnItemIsIndentedLikeTheFirstListInAnItem() {
            assertThat(edited("""
                            sources:
                              - name: dlt_crm
                              - name: dlt_erp
                                tables:
                                - name: a
                            """, CONTACTS)).isEqualTo("""
                            sources:
                              - name: dlt_crm
                                tables:
                                - name: contacts
                                  columns:
                                  - name: id
                              - name: dlt_erp
                                tables:
                                - name: a
                            """);
        }

        @Test
        void aNewKeyIsIndentedLikeTheFirstListOfTheFile() {
            assertThat(edited("pull:\n- step: 1\n", deployment("n"))).isEqualTo("""
                            pull:
                            - step: 1
                            deployments:
                            - name: n
                              entrypoint: flows/x.py:run
                            """);
            assertThat(edited("---\nversion: 2\n", deployment("n"))).isEqualTo("""
                            ---
                            version: 2

                            deployments:
                              - name: n
                                entrypoint: flows/x.py:run
                            """);
        }

        @Test
        void aBlankLinePartsItemsAndRootKeysWhereItPartsThoseThatAreThere() {
            assertThat(edited("""
                            deployments:
                              - name: a

                              - name: b
                            """, deployment("n"))).isEqualTo("""
                            deployments:
                              - name: a

                              - name: b

                              - name: n
                                entrypoint: flows/x.py:run
                            """);
        }

        @Test
        void commentsOfTheListStayBeforeTheItemAndTheNextHeadingAfterIt() {
            assertThat(edited("""
                            deployments:
                              - name: a

                              # - name: old

                            # next section
                            other: 1
                            """, deployment("n"))).isEqualTo("""
                            deployments:
                              - name: a

                              # - name: old
                              - name: n
                                entrypoint: flows/x.py:run

                            # next section
                            other: 1
                            """);
        }

        @Test
        void anEmptyValueGivesWayAndItsCommentStays() {
            assertThat(edited("deployments: []  # none yet\n", deployment("n")))
                    .isEqualTo("deployments:  # none yet\n  - name: n\n    entrypoint: flows/x.py:run\n");
        }

        @Test
        void theLineEndIsThatOfTheLineAbove() {
            assertThat(edited("a: 1\ndeployments:\r\n  - name: a\r\nb: 1\n", deployment("n")))
                    .isEqualTo("""
                            a: 1
                            deployments:\r
                              - name: a\r
                              - name: n\r
                                entrypoint: flows/x.py:run\r
                            b: 1
                            """);
        }

        @Test
        void aMissingLineEndStaysMissing() {
            assertThat(edited("\uFEFFdeployments: ~", deployment("n")))
                    .isEqualTo("\uFEFFdeployments:\n  - name: n\n    entrypoint: flows/x.py:run");
        }

        @Test
        void aBlockOfTextNeedsTheLineEndAfterIt() {
            RequestedItem script = managed("deployments[name=n]", "name: n\nscript: |\n  run\n\n  stop\n");

            assertThat(edited("deployments:\n  - name: a", script))
                    .isEqualTo("deployments:\n  - name: a\n  - name: n\n    script: |\n      run\n\n      stop\n");
        }
    }

    @Nested
    class Presence {

        @Test
        void isFoundThroughAliasesAndMerges() {
            String text = """
                    base: &base {name: n, entrypoint: "flows/x.py:run"}
                    deployments:
                      - <<: *base
                    """;

            assertThat(edit(text, deployment("n")).verdicts()).containsExactly(new Unchanged());
        }

        @Test
        void ofAnotherItemWithTheNameIsAConflictWithItsLine() {
            Refused refusal = refusal("deployments:\n  - name: a\n  - name: n\n    entrypoint: y\n", deployment("n"));

            assertThat(refusal.diagnostic().code()).isEqualTo("yaml.name-taken");
            assertThat(refusal.diagnostic().line()).isEqualTo(3);
            assertThat(refusal.diagnostic().message()).contains("'n' is under 'deployments' already");
        }

        @Test
        void inAnyFormIsEnoughForWhatMustBeThereOnce() {
            String text = "deployments: [{name: n, entrypoint: other}]\n";

            YamlEdit edit = edit(text, once("deployments[name=n]", "name: n\nentrypoint: flows/x.py:run\n"));

            assertThat(edit.verdicts()).containsExactly(new Unchanged());
            assertThat(edit.text()).isSameAs(text);
        }

        @Test
        void ofChildrenDoesNotChangeTheParent() {
            String text = """
                    sources:
                      - name: dlt_crm
                        database: DLT
                        tables:
                          - name: theirs
                    """;

            assertThat(edit(text, SOURCE, CONTACTS).verdicts()).containsExactly(new Unchanged(), new Inserted());
        }
    }

    @Nested
    class Batches {

        @Test
        void composeNewChildrenIntoTheirNewParentInWhateverOrderTheyCome() {
            RequestedItem column =
                    managed("sources[name=dlt_crm].tables[name=contacts].columns[name=mail]", "name: mail\n");

            YamlEdit edit = edit("version: 2\n", column, CONTACTS, RequestedItems.ORDERS, SOURCE);

            assertThat(edit.verdicts()).containsOnly(new Inserted());
            assertThat(edit.text()).isEqualTo("""
                            version: 2
                            sources:
                              - name: dlt_crm
                                database: DLT
                                tables:
                                  - name: contacts
                                    columns:
                                      - name: id
                                      - name: mail
                                  - name: orders
                                    description: Orders
                            """);
        }

        @Test
        void extendSeveralListsThatEndAtTheSamePlace() {
            String text = """
                    sources:
                      - name: dlt_crm
                        tables:
                          - name: contacts
                            columns:
                              - name: id""";

            assertThat(edited(
                            text,
                            managed("models[name=m]", "name: m\n"),
                            RequestedItems.DLT_NEW,
                            RequestedItems.ORDERS,
                            managed("sources[name=dlt_crm].tables[name=contacts].columns[name=b]", "name: b\n"),
                            managed("sources[name=dlt_crm].tables[name=contacts].columns[name=a]", "name: a\n"),
                            managed("exposures[name=e]", "name: e\n")))
                    .isEqualTo("""
                            sources:
                              - name: dlt_crm
                                tables:
                                  - name: contacts
                                    columns:
                                      - name: id
                                      - name: b
                                      - name: a
                                  - name: orders
                                    description: Orders
                              - name: dlt_new
                                database: DLT
                                tables:
                                  - name: t1
                            models:
                              - name: m
                            exposures:
                              - name: e""");
        }

        @Test
        void leaveOutOnlyWhatIsRefused() {
            String text = "deployments:\n  - name: b\nsources: [{name: x}]\n";

            YamlEdit edit = edit(text, deployment("a"), deployment("b"), SOURCE, CONTACTS, deployment("c"));

            assertThat(edit.text()).isEqualTo("""
                            deployments:
                              - name: b
                              - name: a
                                entrypoint: flows/x.py:run
                              - name: c
                                entrypoint: flows/x.py:run
                            sources: [{name: x}]
                            """);
            assertThat(edit.verdicts())
                    .extracting(verdict -> verdict instanceof Refused refused
                            ? refused.diagnostic().code()
                            : "inserted")
                    .containsExactly(
                            "inserted", "yaml.name-taken", "yaml.flow-sequence", "yaml.flow-sequence", "inserted");
            assertThat(((Refused) edit.verdicts().get(3)).diagnostic().message())
                    .startsWith("'sources[name=dlt_crm]', which holds this item, cannot be added.");
        }

        @Test
        void readTheFileOnceAndTheResultOnceHoweverManyItemsThereAre() {
            List<String> read = new ArrayList<>();
            YamlEditor editor = new YamlEditor(text -> {
                read.add(text);
                return YamlDocument.parse(text);
            });
            List<RequestedItem> thousand =
                    IntStream.range(0, 1000).mapToObj(i -> deployment("d-" + i)).toList();

            YamlEdit edit = editor.edit("deployments:\n  - name: a\n", thousand);

            assertThat(edit.verdicts()).hasSize(1000).containsOnly(new Inserted());
            assertThat(read).containsExactly("deployments:\n  - name: a\n", edit.text());
            assertThat(editor.edit(edit.text(), thousand).text()).isSameAs(edit.text());
            assertThat(read).hasSize(3);
        }
    }

    @Nested
    class Refusals {

        @Test
        void ofAPlaceThatAnAnchorRepeatsElsewhere() {
            assertThat(refusal("deployments: &all\n  - name: a\nmore: *all\n", deployment("n"))
                            .diagnostic()
                            .code())
                    .isEqualTo("yaml.anchored-parent");
        }

        @Test
        void ofAPlaceWithATag() {
            assertThat(refusal("deployments: !mine\n  - name: a\n", deployment("n"))
                            .diagnostic()
                            .code())
                    .isEqualTo("yaml.tagged-parent");
        }

        @Test
        void ofAnEndInsideABlockOfTextThatBlanksFollow() {
            assertThat(refusal("a: |\n  text ", deployment("n")).diagnostic().code())
                    .isEqualTo("yaml.block-scalar-at-eof");
        }

        @Test
        void ofAnEndInsideABlockOfTextNameTheLastLine() {
            assertThat(refusal("a:\n  - |\n    text\n    more", deployment("n"))
                            .diagnostic()
                            .line())
                    .isEqualTo(4);
        }

        @Test
        void ofWhiteSpaceBehindABlockOfTextNameItsLine() {
            String text = "deployments:\n  - name: a\n    b: |\n      text\n          ";

            assertThat(refusal(text, deployment("n")))
                    .extracting(
                            refused -> refused.diagnostic().code(),
                            refused -> refused.diagnostic().line())
                    .containsExactly("yaml.unsafe-edit", 5);
        }

        @Test
        void sayWhatToDo() {
            assertThat(refusal("deployments: [{name: a}]\n", deployment("n")))
                    .isEqualTo(new Refused(new Diagnostic(
                            "yaml.flow-sequence",
                            1,
                            "'deployments' is a list in brackets.",
                            "Write 'deployments:' as a block sequence, one '- ' an item.")));
        }

        @Test
        void ofTheWholeFileReachEveryItem() {
            YamlEdit edit = edit("deployments: {{ x }}\n", deployment("a"), deployment("b"));

            assertThat(edit.verdicts())
                    .allMatch(verdict -> verdict instanceof Refused refused
                            && refused.diagnostic().code().equals("yaml.complex-key"))
                    .hasSize(2);
        }

        @Test
        void ofMistakesInTheWantedItemsAreNoVerdicts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> edit("a: 1\n", deployment("n"), deployment("n")))
                    .withMessageContaining("wanted twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> edit("a: 1\n", managed("deployments[name=n]", "name: other\n")))
                    .withMessageContaining("its name is another one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> edit("a: 1\n", managed("deployments[name=n]", "name: [\n")))
                    .withMessageContaining("is not YAML");
        }
    }
}
