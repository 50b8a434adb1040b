package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlIdentifierTest {

    @Test
    void aNameIsBareAndSnowflakeFoldsItToTheUpperCaseThatDltCreated() {
        assertThat(SqlIdentifier.encode("created_at")).isEqualTo("created_at");
    }

    @Test
    void aReservedWordIsQuotedInTheUpperCaseThatDltCreated() {
        assertThat(SqlIdentifier.encode("order")).isEqualTo("\"ORDER\"");
    }

    @Test
    void aReservedWordIsUpperCaseInEveryLocale() {
        assertThat(SqlIdentifier.encode("in")).isEqualTo("\"IN\"");
    }

    @Test
    void aWordThatOnlyBeginsLikeAReservedOneIsBare() {
        assertThat(SqlIdentifier.encode("order_id")).isEqualTo("order_id");
    }

    @Test
    void aColumnThatIsNoIdentifierIsQuotedAsItIs() {
        assertThat(SqlIdentifier.encode("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    }

    @Test
    void keysOfANestedValueKeepTheirCase() {
        assertThat(SqlIdentifier.encode("order", List.of("createdAt", "First Name", "order")))
                .isEqualTo("\"ORDER\":createdAt.\"First Name\".\"order\"");
    }

    @Test
    void aReservedWordIsNoNewName() {
        assertThatThrownBy(() -> SqlIdentifier.alias("order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order_value");
    }

    @Test
    void noTextIsNoName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlIdentifier.encode(""))
                .withMessage("An empty text is no name in SQL; give it a character.");
    }

    @Test
    void whatSqlCannotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlIdentifier.encode("a\0"))
                .withMessage("SQL cannot hold the character U+0000 at index 1; remove it.");
    }
}
