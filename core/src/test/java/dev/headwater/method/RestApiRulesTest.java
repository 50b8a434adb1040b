package dev.headwater.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Authentication.ApiKey;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Authentication.OAuth2ClientCredentials;
import dev.headwater.method.RestApi.Endpoint;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class RestApiRulesTest {

    private static final RestApi API = RestApi.at("https://api.example.com/");

    private static List<Problem> problems(RestApi api, Endpoint endpoint) {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "crm",
                        api,
                        source -> source.table(
                                "contacts",
                                table -> table.description("One row per contact.")
                                        .from(endpoint)
                                        .merge("id")
                                        .incremental("at")
                                        .column(
                                                "at",
                                                column -> column.from("at").type(ColumnType.INTEGER))))
                .problems();
    }

    private static List<String> of(RestApi api) {
        return problems(api, RestApi.endpoint("contacts")).stream()
                .map(problem -> problem.code() + " at " + problem.path())
                .toList();
    }

    private static List<String> of(Consumer<Endpoint.Builder> definition) {
        return problems(API, RestApi.endpoint("contacts", definition)).stream()
                .map(problem -> problem.code() + " at "
                        + problem.path().replace("sources[0].tables[0].", "").replace("settings.", ""))
                .toList();
    }

    private static List<String> of(Paginator paginator) {
        return of(endpoint -> endpoint.paginator(paginator));
    }

    @Test
    void ordinaryPaginatorsAreNoProblem() {
        assertThat(of(Paginator.offset(100).option("offset", 0).option("total_path", "meta['total']")))
                .isEmpty();
        assertThat(of(Paginator.pageNumber(0).withoutTotal().option("maximum_page", 5)))
                .isEmpty();
        assertThat(of(Paginator.cursor("'@odata.nextLink'", "$skiptoken"))).isEmpty();
        assertThat(of(Paginator.headerCursor("X-Next", "cursor"))).isEmpty();
    }

    @Test
    void anOptionThatDltDoesNotKnowIsAProblem() {
        assertThat(of(Paginator.jsonLink("next").option("limit", 2)))
                .containsExactly("rest.paginator.option at paginator");
        assertThat(of(Paginator.jsonLink("next").option(null, "x")))
                .containsExactly("rest.paginator.option at paginator");
        assertThat(of(Paginator.cursor("next", "cursor").option("cursor_body_path", "x")))
                .containsExactly("rest.paginator.option at paginator");
    }

    @Test
    void aValueThatDltDoesNotTakeIsAProblemOfItsOption() {
        assertThat(of(Paginator.offset(0))).containsExactly("rest.paginator.value at paginator.limit");
        assertThat(of(Paginator.pageNumber(-1))).containsExactly("rest.paginator.value at paginator.base_page");
        assertThat(of(Paginator.offset(1).option("stop_after_empty_page", "true")))
                .containsExactly("rest.paginator.value at paginator.stop_after_empty_page");
        assertThat(of(Paginator.offset(1).option("total_path", 3)))
                .containsExactly("rest.paginator.value at paginator.total_path");
        assertThat(of(Paginator.headerCursor("X Next", "cursor")))
                .containsExactly("rest.paginator.value at paginator.cursor_key");
        assertThat(of(Paginator.cursor("next", "{cursor}")))
                .containsExactly("rest.paginator.value at paginator.cursor_param");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aPathThatIsMissingIsAProblem(String path) {
        assertThat(of(Paginator.jsonLink(path))).containsExactly("rest.paginator.value at paginator.next_url_path");
    }

    @Test
    void aProblemOfAValueSaysHowToMendIt() {
        assertThat(problems(API, RestApi.endpoint("contacts", it -> it.paginator(Paginator.offset(-1)))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).isEqualTo("\"-1\" is not what the option takes.");
                    assertThat(problem.hint()).isEqualTo("Give a whole number, 1 or more.");
                });
    }

    @Test
    void aPaginatorThatNothingEndsIsAProblem() {
        Paginator endless = Paginator.offset(2).withoutTotal().option("stop_after_empty_page", false);
        assertThat(of(endless)).containsExactly("rest.paginator.endless at paginator");
        assertThat(of(endless.option("maximum_offset", 10))).isEmpty();
        assertThat(of(endless.option("has_more_path", "more"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"items[0", "items]", "it's", "$[", ".items", "items.", "a...b"})
    void aPathThatCannotBeParsedIsAProblemWhereverItStands(String path) {
        assertThat(of(Paginator.jsonLink(path))).containsExactly("rest.json-path at paginator.next_url_path");
        assertThat(of(endpoint -> endpoint.rows(path))).containsExactly("rest.json-path at rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankPathOfRowsIsAProblem(String path) {
        assertThat(of(endpoint -> endpoint.rows(path))).containsExactly("rest.rows at rows");
    }

    @Test
    void aParameterHasANameAndNoBraces() {
        assertThat(of(endpoint -> endpoint.parameter(null, "1"))).containsExactly("rest.parameter at parameters");
        assertThat(of(endpoint -> endpoint.parameter("{a}", "1"))).containsExactly("rest.parameter at parameters.{a}");
        assertThat(of(endpoint -> endpoint.parameter("a", "{b}"))).containsExactly("rest.parameter at parameters.a");
    }

    @Test
    void aCursorParameterIsNoFixedOneAndHasNoBraces() {
        assertThat(of(endpoint -> endpoint.parameter("since", "1").cursorParameter("since", 0)))
                .containsExactly("rest.cursor-parameter at cursorParameter");
        assertThat(of(endpoint -> endpoint.cursorParameter("{since}", 0)))
                .containsExactly("rest.cursor-parameter at cursorParameter");
    }

    @Test
    void aNumberDoesNotBeginAsText() {
        assertThat(of(endpoint -> endpoint.cursorParameter("since", "0")))
                .containsExactly("rest.cursor-parameter at cursorParameter.initialValue");
        assertThat(of(endpoint -> endpoint.cursorParameter("since", 0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X Api", "größe", "a=b", "a;b"})
    void aHeaderOrCookieIsNamedByAToken(String name) {
        for (Location location : List.of(Location.HEADER, Location.COOKIE)) {
            assertThat(of(RestApi.at("https://a.io/", api -> api.apiKey(location, name, Secret.named("key")))))
                    .containsExactly("rest.header at sources[0].method.authentication.name");
        }
        assertThat(of(RestApi.at("https://a.io/", api -> api.apiKey(Location.QUERY, name, Secret.named("key")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS://api.example.com", "http://127.0.0.1:8080/v1/", "https://xn--exmple-cua.com"})
    void aUrlOfAnHttpApiIsNoProblem(String url) {
        assertThat(of(RestApi.at(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.io/?x=1",
                "https://a.io:70000/",
                "https://my_api/",
                "https://exämple.com/",
                "ftp://a.io/",
                "https://me@a.io/",
                "https://a.io/#x",
                "a.io",
                "https://a b/"
            })
    void anotherUrlIsAProblem(String url) {
        assertThat(of(RestApi.at(url))).containsExactly("rest.url at sources[0].method.baseUrl");
    }

    @Test
    void aTokenUrlMayHaveAQuery() {
        OAuth2ClientCredentials oauth = new OAuth2ClientCredentials(
                "https://a.io/token?tenant=1", Secret.named("client_id"), Secret.named("client_secret"));
        assertThat(of(RestApi.at("https://a.io/", api -> api.authentication(oauth))))
                .isEmpty();
        assertThat(of(RestApi.at("https://a.io/", api -> api.authentication(oauth.parameter(null, "x")))))
                .containsExactly("rest.parameter at sources[0].method.authentication.parameters");
    }

    @Test
    void aSecretIsNotCalledAsAUrlIs() {
        assertThat(of(RestApi.at("https://a.io/", api -> api.bearerToken(Secret.named("crm_base_url")))))
                .containsExactly("rest.secret at sources[0].method");
    }

    @Test
    void missingTextIsAProblemAndNoException() {
        Secret nameless = Secret.named(null);
        List<Authentication> incomplete = List.of(
                new Authentication.Bearer(nameless),
                new ApiKey(null, nameless, Location.HEADER),
                new Authentication.Basic(nameless, nameless),
                new OAuth2ClientCredentials(null, nameless, nameless));
        assertThat(incomplete)
                .allSatisfy(authentication -> assertThat(
                                of(RestApi.at("https://a.io/", api -> api.authentication(authentication))))
                        .isNotEmpty());
    }
}
