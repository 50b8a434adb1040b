package dev.headwater.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.Secret;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://api.example.com/",
                "api.example.com",
                "https:///v3/",
                "https://user:password@api.example.com/",
                "https://api.example.com/#top",
                "HTTPS//api.example.com"
            })
    void aBaseUrlIsThatOfAnHttpApi(String url) {
        assertThat(SmallPlan.readFrom(RestApi.at(url)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("rest.url");
                    assertThat(problem.path()).isEqualTo("sources[0].method.baseUrl");
                    assertThat(problem.message()).startsWith("\"" + url + "\" is not ");
                    assertThat(problem.hint()).startsWith("Write it as https://host/path/");
                });
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
    @ValueSource(strings = {"http://localhost:8080/", "https://api.example.com", "https://api.example.com/v3/?a=b"})
    void aBaseUrlMayHaveAPortAPathAndAQuery(String url) {
        assertThat(SmallPlan.readFrom(RestApi.at(url)).problems()).isEmpty();
    }

    @Test
    void tokensComeFromAUrlToo() {
        RestApi api = RestApi.at(
                "https://x.example/",
                it -> it.oauth2ClientCredentials("token", Secret.named("client_id"), Secret.named("client_secret")));

        assertThat(SmallPlan.readFrom(api).problems())
                .containsExactly(Problem.of(
                        "rest.url",
                        "sources[0].method.authentication.tokenUrl",
                        "\"token\" is not the URL of an HTTP API.",
                        "Write it as https://host/path/, without user, password or fragment."));
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
    void aBraceInAParameterIsAPlaceholderToDlt() {
        assertThat(SmallPlan.endpoint(
                                endpoint -> endpoint.parameter("limit", "100").parameter("since", "{now}"))
                        .problems())
                .containsExactly(Problem.of(
                        "rest.parameter",
                        SETTINGS + ".parameters.since",
                        "\"{now}\" holds a brace, which dlt reads as a placeholder.",
                        "Use cursorParameter(...) for the cursor, and plain values for the rest."));
    }

    @Test
    void textsOfAnEndpointStandOnOneLine() {
        assertThat(SmallPlan.table(table -> table.from(RestApi.endpoint(
                                "con\ntacts",
                                endpoint -> endpoint.rows("re\nsults").parameter("limit", "1\n0"))))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        SETTINGS + ".parameters: The text has a line break or a tab. Write it on one line. [text.line]",
                        SETTINGS + ".path: The text has a line break or a tab. Write it on one line. [text.line]",
                        SETTINGS + ".rows: The text has a line break or a tab. Write it on one line. [text.line]");
    }

    @Test
    void theNameOfAnApiKeyStandsOnOneLine() {
        RestApi api = RestApi.at(
                "https://x.example/",
                it -> it.apiKey(Authentication.Location.HEADER, "X-API\nKey", Secret.named("api_key")));

        assertThat(SmallPlan.readFrom(api).problems())
                .containsExactly(Problem.of(
                        "text.line",
                        "sources[0].method.authentication.name",
                        "The text has a line break or a tab.",
                        "Write it on one line."));
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
}
