package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.ColumnType;
import org.junit.jupiter.api.Test;

class KeyTestsTest {

    @Test
    void aKeyOfSeveralColumnsIsUniqueAsAWhole() {
        assertThat(Heard.of(Crm.plan(table -> table.primaryKey("deal", "line"))).text(Crm.MODEL))
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
        Heard heard = Heard.of(Crm.plan(table -> table.append().primaryKey("id").incremental("updated")));
        assertThat(heard.text(Crm.MODEL))
                .contains("data_tests:\n      - not_null")
                .doesNotContain("unique");
        assertThat(heard.codes()).contains("dbt.append-repeats");
    }

    @Test
    void rowsThatEachRunAppendsAgainAreNotUniqueEither() {
        Heard heard = Heard.of(Crm.plan(table -> table.append().primaryKey("id")));
        assertThat(heard.text(Crm.MODEL))
                .contains("data_tests:\n      - not_null")
                .doesNotContain("unique");
        assertThat(heard.said("dbt.append-repeats"))
                .isEqualTo("A run may append a row that is there already, so the key is tested for not_null"
                        + " only: unique would fail on good data.");
    }

    @Test
    void aKeyOfSeveralColumnsThatIsAppendedIsNotUniqueAsAWhole() {
        assertThat(Heard.of(Crm.plan(table -> table.append().primaryKey("deal", "line")))
                        .text(Crm.MODEL))
                .doesNotContain("unique");
    }

    @Test
    void onlyColumnsThatSomebodyDescribedAndThoseOfTheKeyHaveADescription() {
        assertThat(Heard.of(Crm.plan(table -> table.primaryKey("id")
                                .column(
                                        "email",
                                        column -> column.type(ColumnType.STRING).description("Where to write to."))
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
