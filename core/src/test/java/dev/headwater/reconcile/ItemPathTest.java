package dev.headwater.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemPathTest {

    @Test
    void namesEveryStep() {
        ItemPath path = ItemPath.parse("sources[name=dlt_hubspot].tables[name=contacts]");

        assertThat(path.steps())
                .containsExactly(
                        new ItemPath.Step("sources", "name", "dlt_hubspot"),
                        new ItemPath.Step("tables", "name", "contacts"));
        assertThat(path.parent()).contains(ItemPath.parse("sources[name=dlt_hubspot]"));
        assertThat(path.relativeTo(path.prefix(1))).isEqualTo(ItemPath.parse("tables[name=contacts]"));
    }

    @Property(tries = 500)
    void anyValueSurvivesItsTextForm(@ForAll String key, @ForAll String itemKey, @ForAll String value) {
        ItemPath path =
                new ItemPath(List.of(new ItemPath.Step(key, itemKey, value), new ItemPath.Step("b", "name", value)));

        assertThat(ItemPath.parse(path.toString())).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a[name", "a[name=b", "a[name=b]c", "a[name=b]."})
    void saysWhatIsMissing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPath.parse(text))
                .withMessageContaining("is missing");
    }
}
