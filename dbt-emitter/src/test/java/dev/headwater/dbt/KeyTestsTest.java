package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.ColumnType;
import dev.headwater.testkit.Emitted;
import org.junit.jupiter.api.Test;

class KeyTestsTest {

    @Test
    void aKeyOfSeveralColumnsIsUniqueAsAWhole() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(table -> table.primaryKey("deal", "line")))
                        .text(Crm.MODEL))
                .contains("""
                        data_tests:
                          - unique:
                              name: unique_stg_dlt__contacts_deal_line
                              arguments:
                                column_name: >-
                                  replace(cast(deal as varchar), '-', '--') || '/-/' || cast(line as
                                  varchar)
                        columns:
                        """);
    }

    @Test
    void rowsThatAreAppendedAgainWhenTheyChangeAreNotUnique() {
        Emitted emitted = Emitted.by(
                new DbtEmitter(),
                Crm.plan(table -> table.append().primaryKey("id").incremental("updated")));
        assertThat(emitted.text(Crm.MODEL))
                .contains("data_tests:\n      - not_null")
                .doesNotContain("unique");
        assertThat(emitted.codes()).contains("dbt.append-repeats");
    }

    @Test
    void rowsThatEachRunAppendsAgainAreNotUniqueEither() {
        Emitted emitted =
                Emitted.by(new DbtEmitter(), Crm.plan(table -> table.append().primaryKey("id")));
        assertThat(emitted.text(Crm.MODEL))
                .contains("data_tests:\n      - not_null")
                .doesNotContain("unique");
        assertThat(emitted.said("dbt.append-repeats"))
                .isEqualTo("KNOW A run may append a row that is there already, so the key is tested for not_null"
                        + " only: unique would fail on good data.");
    }

    @Test
    void aKeyOfSeveralColumnsThatIsAppendedIsNotUniqueAsAWhole() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(table -> table.append().primaryKey("deal", "line")))
                        .text(Crm.MODEL))
                .doesNotContain("unique");
    }

    @Test
    void onlyColumnsThatSomebodyDescribedAndThoseOfTheKeyHaveADescription() {
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(table -> table.primaryKey("id")
                                        .column(
                                                "email",
                                                column -> column.type(ColumnType.STRING)
                                                        .description("Where to write to."))
                                        .column("created_at", column -> column.type(ColumnType.TIMESTAMP_NTZ))))
                        .text(Crm.MODEL))
                .endsWith("""
                        columns:
                          - name: contact_id
                            description: Primary key.
                            data_tests:
                              - unique
                              - not_null
                          - name: email
                            description: Where to write to.
                          - name: created_at
                        """);
    }
}
