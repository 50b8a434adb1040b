package dev.headwater.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.SmallPlan;
import dev.headwater.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dlt would refuse of an HTTP API, or read otherwise than it was meant. */
class RestApiProblemsTest {

    private static final String SETTINGS = "sources[0].tables[0].settings";

    private static List<Problem> endpoint(String path) {
        return SmallPlan.table(table -> table.from(RestApi.endpoint(path))).problems();
    }

    @Test
    void aTextWithSpacesIsNoUrl() {
        assertThat(SmallPlan.readFrom(RestApi.at("https://api example.com/")).problems())
                .containsExactly(Problem.of(
                        "rest.url",
                        "sources[0].method.baseUrl",
                        "\"https://api example.com/\" is not a URL.",
                        "Write it as https://host/path/."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts/{id}", "{", "}"})
    void aBraceInAPathIsAPlaceholderToDlt(String path) {
        assertThat(endpoint(path))
                .containsExactly(Problem.of(
                        "rest.path",
                        SETTINGS + ".path",
                        "\"" + path + "\" holds a brace, which dlt reads as a placeholder.",
                        "Write the path out."));
    }

    @Test
    void aPaginatorHasTheOptionsThatDltKnows() {
        assertThat(SmallPlan.endpoint(endpoint -> endpoint.paginator(
                                Paginator.headerCursor("X-Next", "after").option("curser_key", "x")))
                        .problems())
                .containsExactly(Problem.of(
                        "rest.paginator.option",
                        SETTINGS + ".paginator",
                        "dlt's header_cursor paginator has no option \"curser_key\".",
                        "It has cursor_key, cursor_param."));
    }

    @Test
    void eachUnknownOptionIsAProblem() {
        assertThat(SmallPlan.endpoint(endpoint -> endpoint.paginator(
                                Paginator.singlePage().option("limit", 1).option("all", true)))
                        .problems())
                .containsExactly(
                        Problem.of(
                                "rest.paginator.option",
                                SETTINGS + ".paginator",
                                "dlt's single_page paginator has no option \"all\".",
                                "It has none."),
                        Problem.of(
                                "rest.paginator.option",
                                SETTINGS + ".paginator",
                                "dlt's single_page paginator has no option \"limit\".",
                                "It has none."));
    }

    @Test
    void theFactoriesOfPaginatorsSetOptionsThatDltKnows() {
        assertThat(List.of(
                        Paginator.auto(),
                        Paginator.singlePage(),
                        Paginator.jsonLink("next"),
                        Paginator.headerLink(),
                        Paginator.headerCursor("X-Next", "after"),
                        Paginator.cursor("next", "after"),
                        Paginator.offset(100).withoutTotal(),
                        Paginator.pageNumber(1).withoutTotal()))
                .allSatisfy(paginator -> assertThat(SmallPlan.endpoint(endpoint -> endpoint.paginator(paginator))
                                .problems())
                        .isEmpty());
    }

    @Test
    void aCursorParameterNeedsACursor() {
        assertThat(SmallPlan.endpoint(endpoint -> endpoint.cursorParameter("since", "2020-01-01"))
                        .problems())
                .containsExactly(Problem.of(
                        "rest.cursor-parameter",
                        SETTINGS + ".cursorParameter",
                        "The endpoint takes a cursor, but the table has none.",
                        "Name the raw field that grows with incremental(...), or leave the parameter out."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example.com/x", "//other.example.com/x", "x#part"})
    void aPathDoesNotLeadToAnotherHostWithTheCredentials(String path) {
        assertThat(endpoint(path)).extracting(Problem::code).containsExactly("rest.path");
    }

    @Test
    void aPasswordInAUrlIsNotRepeated() {
        assertThat(SmallPlan.readFrom(RestApi.at("https://admin:hunter2@example.com/"))
                        .problems())
                .singleElement()
                .asString()
                .contains("https://...@example.com/")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.items",
                "some key.other key",
                "$",
                "$.data",
                "$[0]",
                "[*].id",
                "data.*.id",
                "data[-1:].id",
                "data[0,1]",
                "data['some key', \"other key\"]",
                "'@odata.nextLink'",
                "'it\\'s'",
                "$..id",
                "data[?(@.type == 'sold' & @.price >= 10)].id"
            })
    void whatSaysWhereAValueIsIsAPath(String rows) {
        assertThat(SmallPlan.endpoint(endpoint -> endpoint.rows(rows)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*x",
                "a*b",
                "'a'b",
                "'a",
                "data[0,a]",
                "data[1.5]",
                "data[?(@.a]",
                "$.where",
                "$.größe",
                "..id",
                "'a'|'b'"
            })
    void whatDltsParserRefusesIsNoPath(String rows) {
        assertThat(SmallPlan.endpoint(endpoint -> endpoint.rows(rows)).problems())
                .extracting(Problem::code)
                .containsExactly("rest.json-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data[]", "data[].id", "[?(@.a>1)]", "$.x y"})
    void whatOtherToolsCallAPathIsNoJsonPathToDlt(String rows) {
        assertThat(SmallPlan.endpoint(endpoint -> endpoint.rows(rows)).problems())
                .extracting(Problem::code)
                .containsExactly("rest.json-path");
    }
}
