package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headwater.method.RestApi;
import dev.headwater.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name becomes many, each under the rule of its target; a name that fails anywhere is one problem. */
class NameProblemsTest {

    private static List<Problem> secretNamed(String name) {
        return SmallPlan.readFrom(RestApi.at("https://x.example/", api -> api.bearerToken(Secret.named(name))))
                .problems();
    }

    @Test
    void aNameThatSeveralTargetsRefuseIsOneProblem() {
        assertThat(SmallPlan.sourceNamed("2024").problems())
                .containsExactly(Problem.of(
                        "name.python.character",
                        "sources[0].name",
                        "\"2024\" is not made of lower-case letters, digits and _, beginning with a letter; it does not"
                                + " hold as Python module, as dlt source, as schema.",
                        "Choose another name."));
    }

    @Test
    void aDerivedNameIsShownWhereItDiffers() {
        assertThat(SmallPlan.sourceNamed("order").problems())
                .containsExactly(Problem.of(
                        "name.snowflake.reserved",
                        "sources[0].name",
                        "\"order\" does not hold: as schema \"ORDER\" it is a word that Snowflake reserves.",
                        "Use \"order_data\"."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class     | name.python.keyword     | class_data
            run       | name.python.used        | run_data
            json      | name.python.shadows     | json_data
            select    | name.python.shadows     | select_data
            a__b      | name.dlt.changed        | a_b
            order     | name.snowflake.reserved | order_data
            Hub Spot  | name.python.character   | hub_spot
            größe     | name.python.character   | groesse
            2fa       | name.python.character   | fa_2
            GitHub    | name.python.character   | github
            """)
    void theHintIsANameThatHoldsInEveryTarget(String name, String code, String better) {
        assertThat(SmallPlan.sourceNamed(name).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.path()).isEqualTo("sources[0].name");
            assertThat(problem.message())
                    .startsWith("\"" + name + "\" ")
                    .containsPattern("(does not hold: as|it does not hold as) [a-zA-Z]");
            assertThat(problem.hint()).isEqualTo("Use \"" + better + "\".");
        });
        assertThat(SmallPlan.sourceNamed(better).problems()).isEmpty();
    }

    @Test
    void aLongNameIsShownByItsBeginning() {
        assertThat(SmallPlan.sourceNamed("x".repeat(65)).problems())
                .containsExactly(Problem.of(
                        "name.python.length",
                        "sources[0].name",
                        "\"" + "x".repeat(60) + "...\" does not hold: as Python module it is longer than the 64"
                                + " characters of a dlt source.",
                        "Use \"" + "x".repeat(64) + "\"."));
    }

    @Test
    void aNameOfSeveralLinesIsShownOnOne() {
        assertThat(SmallPlan.sourceNamed("a\nb").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("\"a\\nb\" is not made of lower-case letters")
                        .doesNotContain("\n"));
    }

    @Test
    void aFlowFileThatHidesAModuleIsAProblemWithAWayOut() {
        assertThat(SmallPlan.sourceNamed("email").problems())
                .containsExactly(Problem.of(
                        "name.python.shadows",
                        "sources[0].name",
                        "\"email\" does not hold: as flow file it hides the module of that name in Python's standard"
                                + " library (RB19).",
                        "Use \"email_data\"."));
    }

    @Test
    void aPatternForFlowFilesKeepsThemFromHidingModules() {
        DataSourcePlan.Builder plan = SmallPlan.on(platform -> platform.flowModule("{source}_flow"))
                .removeSource("crm")
                .source(
                        "email",
                        RestApi.at("https://x.example/"),
                        source -> source.table("contacts", SmallPlan::contacts));

        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void aTableIsNamedAsDltWouldNameIt() {
        assertThat(SmallPlan.tableNamed("_dlt_loads").problems())
                .containsExactly(Problem.of(
                        "name.dlt.changed",
                        "sources[0].tables[0].name",
                        "\"_dlt_loads\" does not hold: as dlt resource it is changed by dlt, which keeps lower-case"
                                + " words of letters and digits joined by single _.",
                        "Use \"dlt_loads\"."));
    }

    @Test
    void whatElseIsWrongFollowsThePlainRule() {
        assertThat(SmallPlan.tableNamed("Order").problems())
                .containsExactly(Problem.of(
                        "name.dlt.changed",
                        "sources[0].tables[0].name",
                        "\"Order\" is not made of lower-case letters, digits and _, beginning with a letter; it does not"
                                + " hold as dlt resource, as dbt model \"stg_dlt__Order\"; as table \"ORDER\" it is a word"
                                + " that Snowflake reserves.",
                        "Use \"order_data\"."));
    }

    @Test
    void anEntityIsPartOfAColumn() {
        assertThat(SmallPlan.table(table -> table.entity("My Contact")).problems())
                .contains(Problem.of(
                        "name.dbt.character",
                        "sources[0].tables[0].entity",
                        "\"My Contact\" is not made of lower-case letters, digits and _, beginning with a letter; it"
                                + " does not hold as column.",
                        "Use \"my_contact\"."));
    }

    @Test
    void aColumnIsUsedWithoutQuotes() {
        assertThat(SmallPlan.column("order", column -> column.type(ColumnType.STRING))
                        .problems())
                .containsExactly(Problem.of(
                        "name.snowflake.reserved",
                        "sources[0].tables[0].columns[0].name",
                        "\"order\" does not hold: as column it is a word that Snowflake reserves.",
                        "Use \"order_data\"."));
    }

    @Test
    void aSecretThatIsCalledLikeAVariableOfTheShellWorks() {
        assertThat(secretNamed("path")).isEmpty();
    }

    @Test
    void aSecretIsAnArgumentInLowerCase() {
        assertThat(secretNamed("accessToken"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).isEqualTo("Use \"access_token\"."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base_url", "token_url", "rest_api_resources", "datetime"})
    void aSecretIsNoNameThatTheSourceUsesItself(String name) {
        assertThat(secretNamed(name))
                .containsExactly(Problem.of(
                        "name.python.used",
                        "sources[0].method.secrets[0]",
                        "\"" + name + "\" does not hold: as Python argument it is a name that the emitted code uses"
                                + " itself.",
                        "Use \"" + name + "_data\"."));
    }

    @Test
    void aSecretIsNoKeyword() {
        assertThat(secretNamed("class"))
                .containsExactly(Problem.of(
                        "name.python.keyword",
                        "sources[0].method.secrets[0]",
                        "\"class\" does not hold: as Python argument it is a keyword.",
                        "Use \"class_data\"."));
    }

    @Test
    void aLoaderIsADatabaseAFolderASecretAndATag() {
        assertThat(SmallPlan.loadedBy(Loader.named("My Loader", loader -> loader.tool("dlt")))
                        .problems())
                .containsExactly(Problem.of(
                        "name.terraform.character",
                        "loader.name",
                        "\"My Loader\" is not made of lower-case letters, digits and _, beginning with a letter; it"
                                + " does not hold as Terraform module \"database_My Loader\", as Terraform resource"
                                + " \"My Loader_snowflake_credentials\", as Terraform module \"user_svc_my loader\", as"
                                + " Terraform resource \"svc_my loader_warehouse\", as dbt folder, as secret"
                                + " \"My Loader/snowflake-credentials\", as database \"MY LOADER\", as user"
                                + " \"SVC_MY LOADER\".",
                        "Use \"my_loader\"."));
    }

    @Test
    void aDatabaseOfItsOwnTakesTheLoadersNameOutOfSnowflake() {
        Loader loader =
                Loader.named("select", definition -> definition.tool("dlt").database("RAW"));

        assertThat(SmallPlan.loadedBy(loader).problems()).isEmpty();
    }

    @Test
    void whatALoaderUsesOnSnowflakeNeedsNoQuotes() {
        Loader loader = Loader.named(
                "dlt", definition -> definition.database("raw data").serviceAccount("svc dlt"));

        assertThat(SmallPlan.loadedBy(loader).problems())
                .extracting(Problem::path, Problem::code, Problem::hint)
                .containsExactly(
                        tuple("loader.database", "name.snowflake.character", "Use \"RAW_DATA\"."),
                        tuple("loader.serviceAccount", "name.snowflake.character", "Use \"SVC_DLT\"."));
    }

    @Test
    void theColumnOfTheLoadTimeNeedsNoQuotes() {
        Loader loader = Loader.named("dlt", definition -> definition.loadedAt(LoadedAt.writtenTo("loaded at")));

        assertThat(SmallPlan.loadedBy(loader).problems())
                .extracting(Problem::path, Problem::code)
                .containsExactly(tuple("loader.loadedAt", "name.snowflake.character"));
    }

    @Test
    void theObjectsOfThePlatformNeedNoQuotes() {
        assertThat(SmallPlan.on(platform -> platform.warehouse("loading")).problems())
                .containsExactly(Problem.of(
                        "name.snowflake.character",
                        "platform.warehouse",
                        "\"loading\" does not hold: as warehouse it would need quotes on Snowflake, which takes"
                                + " upper-case letters, digits and _ without them.",
                        "Use \"LOADING\"."));
    }

    @Test
    void aWorkPoolIsANameOfPrefect() {
        assertThat(SmallPlan.on(platform -> platform.workPool("eu/production")).problems())
                .containsExactly(Problem.of(
                        "name.prefect.character",
                        "platform.workPool",
                        "\"eu/production\" does not hold: as work pool it holds one of / % & > < { } or a character"
                                + " that cannot be seen.",
                        "Use \"eu-production\"."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "cls", "keys", "resolve"})
    void aSecretIsNotCalledLikeWhatDltsSettingsHave(String name) {
        assertThat(secretNamed(name))
                .extracting(Problem::code, Problem::hint)
                .containsExactly(tuple("name.python.used", "Use \"" + name + "_secret\"."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "Information schema", "snowflake-credentials"})
    void whatIsSuggestedIsNotReservedItself(String name) {
        String better = SmallPlan.sourceNamed(name).problems().stream()
                .map(problem -> problem.hint().replaceAll("Use \"(.*)\"\\.", "$1"))
                .filter(hint -> hint.matches("[a-z_]+"))
                .findFirst()
                .orElseThrow();
        assertThat(SmallPlan.sourceNamed(better).problems()).isEmpty();
    }

    @Test
    void aKeyKeepsTheNameThatTheApiGivesIt() {
        assertThat(SmallPlan.table(table -> table.merge("id", "order")).problems())
                .extracting(Problem::hint)
                .containsExactly(
                        "Give it a column of its own, such as column(\"key_field\", c -> c.from(\"order\")...).");
    }
}
