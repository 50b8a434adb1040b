package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemPathTest {

    private static final ItemPath CONTACTS = new ItemPath(List.of(
            new PathSegment("sources", Optional.of(new Match("name", "dlt_hubspot"))),
            new PathSegment("tables", Optional.of(new Match("name", "contacts")))));

    @Test
    void namesEveryStep() {
        assertThat(CONTACTS).hasToString("sources[name=dlt_hubspot].tables[name=contacts]");
        assertThat(CONTACTS).isEqualTo(ItemPaths.parse("sources[name=dlt_hubspot].tables[name=contacts]"));
    }

    @Test
    void knowsTheItemsThatHoldIt() {
        assertThat(CONTACTS.parent()).contains(ItemPaths.parse("sources[name=dlt_hubspot]"));
        assertThat(CONTACTS.relativeTo(CONTACTS.prefix(1))).isEqualTo(ItemPaths.parse("tables[name=contacts]"));
    }

    @Test
    void hasAtLeastOneStep() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemPath(List.of()));
    }
}
