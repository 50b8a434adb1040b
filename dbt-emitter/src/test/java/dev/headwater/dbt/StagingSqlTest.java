package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Table;
import dev.headwater.plan.TableSettings;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The layout is what sqlfluff's default rules accept; the acceptance tests ask sqlfluff itself. */
class StagingSqlTest {

    /** A tool that lands every record in one column. */
    record Drop() implements IngestionMethod<Drop.Anything> {

        record Anything() implements TableSettings {}

        @Override
        public String tool() {
            return "files";
        }

        @Override
        public Class<Anything> tableSettings() {
            return Anything.class;
        }
    }

    private static String sql(Consumer<Table.Builder<RestApi.Endpoint>> columns) {
        return Emitted.by(new DbtEmitter(), Crm.plan(columns)).text(Crm.SQL);
    }

    private static String nested(Platform platform, Consumer<Table.Builder<Drop.Anything>> columns) {
        DataSourcePlan plan = DataSourcePlan.builder(platform)
                .loader(Loader.named("files", loader -> {}))
                .source(
                        "crm",
                        new Drop(),
                        source -> source.table("contacts", table -> {
                            table.description("People.").from(new Drop.Anything());
                            columns.accept(table);
                        }))
                .build();
        return Emitted.by(new DbtEmitter(), plan).text("models/staging/files/stg_files__contacts.sql");
    }

    @Test
    void namesAndLongLinesAreExcusedInTheFirstLine() {
        assertThat(sql(table -> table.primaryKey("id")
                        .column("is_true", c -> c.from("true").type(ColumnType.BOOLEAN))))
                .startsWith("-- noqa: disable=LT05,RF04,RF06\nwith source as (\n")
                .contains("        \"TRUE\" as is_true\n");
    }

    @Test
    void aSingleColumnStandsBesideSelectHoweverLongItIs() {
        String name = "a" + "_name".repeat(15);
        assertThat(sql(table -> table.column("short", c -> c.from(name).type(ColumnType.STRING))))
                .contains("    select " + name + " as short\n\n    from source\n");
    }

    @Test
    void aLongConversionStaysOnItsLine() {
        String name = "hs_analytics_last_visit_timestamp_of_the_contact_in_question";
        assertThat(sql(table -> table.primaryKey("id").column(name, c -> c.type(ColumnType.TIMESTAMP_TZ))))
                .contains("        cast(convert_timezone('UTC', " + name + ") as timestamp_ntz) as " + name + "\n");
    }

    @Test
    void aFieldInsideANestedValueGetsItsType() {
        assertThat(nested(
                        Platform.runbook(),
                        table -> table.column("id", c -> c.from("payload.id").type(ColumnType.INTEGER))
                                .column(
                                        "e_mail",
                                        c -> c.from("payload.properties.e-mail").type(ColumnType.STRING))
                                .column(
                                        "amount",
                                        c -> c.from("payload.order.amount").type(ColumnType.NUMBER))
                                .column("score", c -> c.from("payload.score").type(ColumnType.FLOAT))
                                .column("extra", c -> c.from("payload.extra").type(ColumnType.JSON))
                                .column("is_open", c -> c.from("payload.isOpen").type(ColumnType.BOOLEAN))
                                .column("due", c -> c.from("payload.due").type(ColumnType.DATE))
                                .column("made_at", c -> c.from("payload.made").type(ColumnType.TIMESTAMP_NTZ))
                                .column("seen_at", c -> c.from("payload.seen").type(ColumnType.TIMESTAMP_TZ))
                                .column("loaded_by", c -> c.type(ColumnType.STRING))))
                .contains("""
                            select
                                -- dimensions
                                cast(payload:id as integer) as id,
                                cast(payload:properties."e-mail" as varchar) as e_mail,
                                cast(payload:"order".amount as numeric(38, 9)) as amount,
                                cast(payload:score as float) as score,
                                cast(payload:extra as variant) as extra,
                                loaded_by,

                                -- booleans
                                cast(payload:isOpen as boolean) as is_open,

                                -- timestamps
                                cast(payload:due as date) as due,
                                cast(payload:made as timestamp_ntz) as made_at,
                                cast(convert_timezone('UTC', cast(payload:seen as timestamp_tz)) as timestamp_ntz) as seen_at

                        """);
    }

    @Test
    void aKeyThatJinjaWouldReadIsText() {
        assertThat(nested(
                        Platform.runbook(),
                        table ->
                                table.column("a", c -> c.from("payload.{{ x }}").type(ColumnType.STRING))))
                .contains("payload:\"{{ '{{' }} x }}\"");
    }

    @Test
    void aReservedWordIsNeverANewName() {
        assertThatThrownBy(() -> sql(table -> table.primaryKey("id", "order")))
                .hasMessageContaining("order")
                .hasMessageContaining("reserve");
    }
}
