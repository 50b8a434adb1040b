package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

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
    void rowsThatAreAppendedWithoutACursorAreUnique() {
        Heard heard = Heard.of(Crm.plan(table -> table.append().primaryKey("id")));
        assertThat(heard.text(Crm.MODEL)).contains("- unique");
        assertThat(heard.codes()).doesNotContain("dbt.append-repeats");
    }
}
