package dev.headwater.document.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person may add to an item of ours; what we want in it must stay there. */
class ItemDifferenceTest {

    private static final String DEPLOYMENT = """
            name: crm-daily
            entrypoint: flows/crm.py:run
            tags: [dlt, crm]
            schedules:
              - cron: "0 7 * * *"
                timezone: UTC
            """;

    private static List<String> between(String wanted, String present) {
        return ItemDifference.between(mapping(wanted), mapping(present), "name");
    }

    private static Mapping mapping(String text) {
        return (Mapping) YamlDocument.parse(text).root().orElseThrow();
    }

    @Test
    void whatAPersonAddsIsNobodysBusiness() {
        assertThat(between(DEPLOYMENT, """
                name: crm-daily
                parameters: {full_refresh: false}
                entrypoint: "flows/crm.py:run"
                tags:
                  - crm
                  - team-sales  # theirs
                  - dlt
                schedules:
                  - cron: 0 7 * * *
                    active: yes
                    timezone: UTC
                  - interval: 3600
                """)).isEmpty();
    }

    @Test
    void aScalarThatDiffersIsNamedWithItsLineAndBothValues() {
        assertThat(between(DEPLOYMENT, DEPLOYMENT.replace("crm.py", "erp.py")))
                .containsExactly("'entrypoint' in line 2 is \"flows/erp.py:run\", not \"flows/crm.py:run\"");
    }

    @Test
    void aDifferenceInTheOnlyElementOfAListIsNamedByItsKey() {
        assertThat(between(DEPLOYMENT, DEPLOYMENT.replace("UTC", "Europe/Riga")))
                .containsExactly("'timezone' in line 6 is \"Europe/Riga\", not \"UTC\"");
    }

    @Test
    void anElementThatIsMissingIsNamedWithTheLineOfItsList() {
        assertThat(between(DEPLOYMENT, DEPLOYMENT.replace("dlt, ", "")))
                .containsExactly("'tags' in line 3 lacks \"dlt\"");
    }

    @Test
    void aKeyThatIsMissingIsNamedWithWhatItShouldSay() {
        assertThat(between("{name: a, tags: [x, 1]}", "{name: a}"))
                .containsExactly("'tags' is missing, which should be [\"x\", 1]");
    }

    @Test
    void anElementIsThereOnceForEachTimeItIsWanted() {
        assertThat(between("{a: [1, 1]}", "{a: [1, 2]}")).containsExactly("'a' in line 1 lacks 1");
    }

    @Test
    void elementsAreFoundByNameAmongOthers() {
        String wanted = "{name: s, tables: [{name: a, x: 1}]}";

        assertThat(between(wanted, "{name: s, tables: [{name: b}, {x: 1, name: a, columns: [{name: c}]}]}"))
                .isEmpty();
        assertThat(between(wanted, "{name: s, tables: [{name: b, x: 1}, {name: a, x: 2}]}"))
                .containsExactly("'x' in line 1 is 2, not 1");
        assertThat(between(wanted, "{name: s, tables: [{name: b, x: 1}, {name: c}]}"))
                .containsExactly("'tables' in line 1 lacks {name: \"a\", x: 1}");
    }

    @Test
    void aTestMayHaveSettings() {
        String column = "{name: id, data_tests: [unique, not_null]}";

        assertThat(between(column, "{name: id, data_tests: [not_null: {config: {severity: warn}}, unique, x]}"))
                .isEmpty();
        assertThat(between(column, "{name: id, data_tests: [{not_null: {}, unique: {}}]}"))
                .hasSize(2);
    }

    @Test
    void aListInPlaceOfATextIsADifference() {
        assertThat(between("{a: x}", "{a: [x]}")).containsExactly("'a' in line 1 is [\"x\"], not \"x\"");
    }
}
