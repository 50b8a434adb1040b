package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the columns of one table must keep, between them and with what dlt makes of their fields. */
class ColumnRulesTest {

    private static List<String> problems(Consumer<Table.Builder<RestApi.Endpoint>> columns) {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "shop",
                        RestApi.at("https://api.example.com/"),
                        source -> source.table("orders", table -> {
                            table.description("One row per order.")
                                    .entity("order")
                                    .from(RestApi.endpoint("orders", e -> e.paginator(Paginator.singlePage())));
                            columns.accept(table);
                        }))
                .problems()
                .stream()
                .map(problem -> problem.code() + " at " + problem.path().replace("sources[0].tables[0].", "") + ": "
                        + problem.message())
                .toList();
    }

    @Test
    void theColumnOfAKeyThatNobodyDefinedMustHoldToo() {
        assertThat(problems(table -> table.merge("id", "order")))
                .containsExactly("name.snowflake.reserved at primaryKey[1]: \"order\" does not hold: as column it is a"
                        + " word that Snowflake reserves.");
    }

    @Test
    void twoFieldsOfAKeyThatDltMakesOneColumnOf() {
        assertThat(problems(table -> table.merge("id", "ID")))
                .contains("name.collision at primaryKey[1]: The raw column \"id\" is that of the field \"id\""
                        + " already.");
    }

    @Test
    void oneFieldIsInTheKeyOnce() {
        assertThat(problems(table -> table.merge("id", "id")))
                .contains("table.key.twice at primaryKey[1]: \"id\" is in the key twice.");
    }

    @Test
    void aStagingColumnHasOneField() {
        assertThat(problems(table -> table.merge("id")
                        .column("total", column -> column.from("a").type(ColumnType.STRING))
                        .column("total", column -> column.from("b").type(ColumnType.STRING))))
                .containsExactly("name.collision at columns[1].name: The column \"total\" is that of"
                        + " sources[0].tables[0].columns[0].name already.");
    }

    @Test
    void aColumnThatIsCalledLikeThatOfTheKey() {
        assertThat(problems(table -> table.merge("id")
                        .column("order_id", column -> column.from("number").type(ColumnType.STRING))))
                .containsExactly("name.collision at columns[0].name: The column \"order_id\" is that of"
                        + " sources[0].tables[0].primaryKey[0] already.");
    }

    @Test
    void twoFieldsThatDltMakesOneColumnOf() {
        assertThat(problems(table -> table.merge("id")
                        .column("a", column -> column.from("dealStage").type(ColumnType.STRING))
                        .column("b", column -> column.from("deal_stage").type(ColumnType.STRING))))
                .containsExactly("name.collision at columns[1].from: The raw column \"deal_stage\" is that of the"
                        + " field \"dealStage\" already.");
    }

    @Test
    void aFieldHasOneType() {
        assertThat(problems(table -> table.merge("id")
                        .column("a", column -> column.from("at").type(ColumnType.STRING))
                        .column("b", column -> column.from("at").type(ColumnType.TIMESTAMP_TZ))))
                .containsExactly(
                        "column.type at columns[1].from: The field \"at\" is read as STRING and as" + " TIMESTAMP_TZ.");
    }

    @Test
    void aFieldMayBeShownTwice() {
        assertThat(problems(table -> table.merge("id")
                        .column("a", column -> column.from("at").type(ColumnType.STRING))
                        .column("b", column -> column.from("at").type(ColumnType.STRING))))
                .isEmpty();
    }

    @Test
    void whatIsKeptAsJsonHasNoColumnsInside() {
        assertThat(problems(table -> table.merge("id")
                        .column("address", column -> column.from("address").type(ColumnType.JSON))
                        .column("city", column -> column.from("address.city").type(ColumnType.STRING))))
                .containsExactly("column.nested at columns[1].from: \"address.city\" has no column of its own, because"
                        + " \"address\" is kept as JSON.");
    }

    @Test
    void theLoadTimeIsNotTheSources() {
        assertThat(problems(table -> table.merge("id")
                        .column(
                                "loaded",
                                column -> column.from("_dlt_load_time").type(ColumnType.STRING))))
                .containsExactly("name.collision at columns[0].from: The raw column \"_dlt_load_time\" is that of the"
                        + " load time already.");
    }

    @Test
    void elementsOfListsHaveNoPath() {
        assertThat(problems(table -> table.merge("id")
                        .column("first", column -> column.from("items[0].name").type(ColumnType.STRING))))
                .containsExactly("column.path at columns[0].from: \"items[0].name\" is not the path of a raw field.");
    }

    @Test
    void aFieldThatSnowflakeWouldCutIsRefused() {
        assertThat(problems(table -> table.merge("id")
                        .column("long", column -> column.from("y".repeat(300)).type(ColumnType.STRING))))
                .singleElement()
                .asString()
                .startsWith("name.snowflake.length at columns[0].from: ");
    }

    @Test
    void aColumnForEachReservedNameIsProposedThatIsFree() {
        List<String> hints = DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "shop",
                        RestApi.at("https://api.example.com/"),
                        source -> source.table("Items", ColumnRulesTest::rows).table("items", ColumnRulesTest::rows))
                .problems()
                .stream()
                .map(problem -> problem.hint())
                .toList();
        assertThat(hints).contains("Use \"items_data\".").doesNotContain("Use \"items\".");
    }

    private static void rows(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per item.")
                .from(RestApi.endpoint("items", e -> e.paginator(Paginator.singlePage())))
                .primaryKey("id");
    }

    @Test
    void aKeyWithADotOfItsOwnIsNoPath() {
        assertThat(SmallPlan.table(table -> table.merge("@odata.id")).problems())
                .extracting(Problem::code)
                .contains("column.path");
    }
}
