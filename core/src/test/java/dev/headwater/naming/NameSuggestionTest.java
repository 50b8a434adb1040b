package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule makes of what people type; a dash where it has nothing to offer. */
class NameSuggestionTest {

    private static String suggestion(NamingRule rule, String text) {
        return rule.suggest(text).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sales Force    | sales_force
            HubSpot        | hubspot
            GitHub Issues  | github_issues
            eBay           | ebay
            dealStages     | deal_stages
            userIDs        | user_ids
            HTTPServer     | httpserver
            2024 orders    | orders_2024
            2fa            | fa_2
            7_2 x          | x_7_2
            Größe          | groesse
            Größe          | groesse
            ÄRZTE ÖL ÜBER  | aerzte_oel_ueber
            São Paulo!     | sao_paulo
            deal--stage_   | deal_stage
            ''             | -
            2024           | -
            日本           | -
            """)
    void labelsModelsAndModulesAreWordsJoinedByUnderscores(String text, String name) {
        assertThat(List.of(new TerraformLabel(), new PythonModule(), new DbtName()))
                .allSatisfy(rule -> assertThat(suggestion(rule, text)).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sales Force | SALES_FORCE
            2024 orders | ORDERS_2024
            2fa         | FA_2
            Größe       | GROESSE
            title id    | TITLE_ID
            ''          | -
            日本        | -
            """)
    void identifiersAndVariablesAreUpperCaseInEveryLocale(String text, String name) {
        assertThat(List.of(new SnowflakeIdentifier(), new EnvironmentVariable()))
                .allSatisfy(rule -> assertThat(suggestion(rule, text)).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sales Force   | Sales Force
            Sales/Force   | sales-force
            2024 {orders} | orders-2024
            Größe %       | groesse
            ''            | -
            /             | -
            """)
    void namesInPrefectAreWordsJoinedByHyphens(String text, String name) {
        assertThat(suggestion(new PrefectName(), text)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sales Force   | sales_force
            GitHub Issues | github_issues
            dealStages    | deal_stages
            userIDs       | user_ids
            2024 orders   | orders_2024
            orders_       | orders
            Größe         | groesse
            ''            | -
            日本          | -
            """)
    void namesOfDltAreWordsThatItKeepsAsTheyAre(String text, String name) {
        assertThat(suggestion(new DltName(), text)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sales Force | sales_force
            Created At  | created_at
            日本        | -
            select      | -
            """)
    void columnsAreLowerCase(String text, String name) {
        assertThat(suggestion(new SnowflakeColumn(), text)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales  | sales
            select | select_data
            JSON   | json_data
            """)
    void aFlowFileThatWouldHideAModuleGetsAnEnding(String text, String name) {
        assertThat(suggestion(new PythonFlowModule(), text)).isEqualTo(name);
    }

    @Test
    void aReservedWordHasNoSuggestionBecauseNothingIsNear() {
        assertThat(new SnowflakeIdentifier().suggest("select")).isEmpty();
        assertThat(new PythonModule().suggest("class")).isEmpty();
    }

    @Test
    void aLongNameIsCutToWhatTheTargetTakes() {
        String typed = "x".repeat(600);

        assertThat(new SnowflakeIdentifier().suggest(typed)).contains("X".repeat(255));
        assertThat(new SnowflakeColumn().suggest(typed)).contains("x".repeat(255));
        assertThat(new TerraformLabel().suggest(typed)).contains("x".repeat(255));
        assertThat(new DbtName().suggest(typed)).contains("x".repeat(230));
        assertThat(new PythonModule().suggest(typed)).contains("x".repeat(64));
        assertThat(new AwsSecretName().suggest(typed)).contains("x".repeat(512));
    }

    @Test
    void aLongNameIsNotCutForDltWhichWouldShortenItInItsOwnWay() {
        assertThat(new DltName().suggest("x".repeat(300))).isEqualTo(Optional.empty());
    }
}
