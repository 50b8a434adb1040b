package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.DocumentException;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.edit.ItemVerdict.Inserted;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.document.edit.ItemVerdict.Unchanged;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What holds for every file, whatever its layout. */
class YamlEditorProperties {

    private static final Set<String> HONEST_REFUSALS = Set.of("yaml.block-scalar-at-eof", "yaml.unsafe-edit");

    @Provide
    Arbitrary<String> files() {
        return YamlFiles.texts();
    }

    @Provide
    Arbitrary<String> nested() {
        return YamlFiles.sources();
    }

    @Property(tries = 2000)
    void aSecondRunChangesNothing(@ForAll("files") String text, @ForAll @IntRange(min = 1, max = 3) int count) {
        YamlEdit once = new YamlEditor().edit(text, deployments(count));
        assertThat(once.verdicts()).allMatch(YamlEditorProperties::isHonest, "inserted or refused for a known reason");
        boolean inserted = once.verdicts().contains(new Inserted());
        Statistics.label("outcome")
                .collect(outcome(once))
                .coverage(seen -> seen.check("inserted").percentage(percent -> percent > 90));
        if (inserted) {
            YamlEdit again = new YamlEditor().edit(once.text(), deployments(count));
            assertThat(again.verdicts()).containsOnly(new Unchanged());
            assertThat(again.text()).isSameAs(once.text());
        } else {
            assertThat(once.text()).isSameAs(text);
        }
    }

    @Property(tries = 1000)
    void manyItemsAtOnceAreTheSameItemsOneByOne(@ForAll("files") String text) {
        YamlEdit atOnce = new YamlEditor().edit(text, deployments(3));
        if (atOnce.verdicts().contains(new Inserted())) {
            String oneByOne = text;
            for (RequestedItem item : deployments(3)) {
                oneByOne = new YamlEditor().edit(oneByOne, List.of(item)).text();
            }
            assertThat(oneByOne).isEqualTo(atOnce.text());
        }
    }

    @Property(tries = 400)
    void itemsInItemsAtOnceAreTheSameItemsOneByOne(@ForAll("nested") String text) {
        List<RequestedItem> wanted = List.of(
                RequestedItems.managed("sources[name=dlt_crm]", "name: dlt_crm\ntags:\n  - x\n"),
                RequestedItems.managed("sources[name=dlt_crm].tables[name=a]", "name: a\n"),
                RequestedItems.managed(
                        "sources[name=dlt_crm].tables[name=a].columns[name=x]", "name: x\nsql: |\n  one\n"),
                RequestedItems.managed("sources[name=dlt_crm].tables[name=a].columns[name=y]", "name: y\n"),
                RequestedItems.managed("sources[name=dlt_crm].tables[name=b]", "name: b\ntests:\n  - unique\n"),
                RequestedItems.managed("models[name=m]", "name: m\n"));
        YamlEdit atOnce = new YamlEditor().edit(text, wanted);
        String oneByOne = text;
        for (RequestedItem item : wanted) {
            oneByOne = new YamlEditor().edit(oneByOne, List.of(item)).text();
        }

        assertThat(oneByOne).isEqualTo(atOnce.text());
        assertThat(new YamlEditor().edit(oneByOne, wanted).text()).isSameAs(oneByOne);
        Statistics.label("inserted")
                .collect(atOnce.verdicts().stream()
                        .filter(Inserted.class::isInstance)
                        .count())
                .coverage(seen -> seen.check(6L).percentage(percent -> percent > 20));
    }

    @Property(tries = 1000)
    void whatIsNotInsertedKeepsItsLinesAndTheirEnds(@ForAll("files") String text) {
        YamlEdit edit = new YamlEditor().edit(text, deployments(1));

        assertThat(edit.text().lines().map(YamlEditorProperties::withoutEmptyValue))
                .containsSubsequence(text.lines()
                        .map(YamlEditorProperties::withoutEmptyValue)
                        .toList());
        assertThat(edit.text().startsWith("\uFEFF")).isEqualTo(text.startsWith("\uFEFF"));
        if (text.contains("\r\n")) {
            assertThat(edit.text().replace("\r\n", "")).doesNotContain("\n");
        }
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefusedInOneSentence(@ForAll String text) {
        try {
            YamlDocument.parse(text);
        } catch (DocumentException fault) {
            assertThat(fault.diagnostic().code()).startsWith("yaml.");
            assertThat(fault.diagnostic().line()).isPositive();
        }
    }

    private static String withoutEmptyValue(String line) {
        return line.replaceFirst("^(\uFEFF?\"?deployments\"?:) (?:\\[ ?\\]|null|~)", "$1");
    }

    private static List<RequestedItem> deployments(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> RequestedItems.deployment("new-" + i))
                .toList();
    }

    private static boolean isHonest(ItemVerdict verdict) {
        return verdict instanceof Inserted
                || (verdict instanceof Refused refused
                        && HONEST_REFUSALS.contains(refused.diagnostic().code()));
    }

    private static String outcome(YamlEdit edit) {
        ItemVerdict first = edit.verdicts().get(0);
        return first instanceof Refused refused ? refused.diagnostic().code() : "inserted";
    }
}
