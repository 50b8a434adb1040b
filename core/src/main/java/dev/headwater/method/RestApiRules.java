package dev.headwater.method;

import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** What has to hold for a source that reads an HTTP API, beyond its single fields. */
final class RestApiRules {

    private final RestApi api;
    private final String path;
    private final Problems problems;

    RestApiRules(RestApi api, String path, Problems problems) {
        this.api = api;
        this.path = path;
        this.problems = problems;
    }

    void judge(Source source) {
        url(api.baseUrl(), path + ".method.baseUrl");
        if (source.schedule().cron().isEmpty()) {
            problems.add(
                    "rest.schedule",
                    path + ".schedule",
                    "An API is read at times, not all the time.",
                    "Say when, such as Schedule.hourlyAt(5).");
        }
        api.authentication().ifPresent(this::judge);
        for (int i = 0; i < source.tables().size(); i++) {
            Table table = source.tables().get(i);
            String at = path + ".tables[" + i + "]";
            table.settings(RestApi.Endpoint.class).ifPresent(endpoint -> judge(table, endpoint, at));
        }
    }

    private void judge(Authentication authentication) {
        if (authentication instanceof Authentication.OAuth2ClientCredentials oauth) {
            url(oauth.tokenUrl(), path + ".method.authentication.tokenUrl");
        }
        if (authentication instanceof Authentication.ApiKey key) {
            problems.line(path + ".method.authentication.name", key.name());
        }
    }

    private void judge(Table table, RestApi.Endpoint endpoint, String at) {
        endpoint.paginator().ifPresent(paginator -> judge(paginator, at + ".settings.paginator"));
        if (endpoint.cursorParameter().isPresent() && table.cursor().isEmpty()) {
            problems.add(
                    "rest.cursor-parameter",
                    at + ".settings.cursorParameter",
                    "The endpoint takes a cursor, but the table has none.",
                    "Name the raw field that grows with incremental(...), or leave the parameter out.");
        }
        if (endpoint.path().contains("{") || endpoint.path().contains("}")) {
            problems.add(
                    "rest.path",
                    at + ".settings.path",
                    "\"" + endpoint.path() + "\" holds a brace, which dlt reads as a placeholder.",
                    "Write the path out.");
        }
        problems.line(at + ".settings.path", endpoint.path());
        endpoint.rows().ifPresent(rows -> problems.line(at + ".settings.rows", rows));
        endpoint.parameters().forEach((name, value) -> {
            problems.line(at + ".settings.parameters", name + value);
            if (value.contains("{") || value.contains("}")) {
                problems.add(
                        "rest.parameter",
                        at + ".settings.parameters." + name,
                        "\"" + value + "\" holds a brace, which dlt reads as a placeholder.",
                        "Use cursorParameter(...) for the cursor, and plain values for the rest.");
            }
        });
    }

    private void judge(Paginator paginator, String at) {
        Set<String> unknown = paginator.unknownOptions();
        for (String option : unknown) {
            problems.add(
                    "rest.paginator.option",
                    at,
                    "dlt's " + paginator.type() + " paginator has no option \"" + option + "\".",
                    paginator.knownOptions().isEmpty()
                            ? "It has none."
                            : "It has " + String.join(", ", paginator.knownOptions()) + ".");
        }
    }

    private void url(String text, String at) {
        if (text.isBlank()) {
            return;
        }
        try {
            URI uri = new URI(text);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return;
            }
        } catch (URISyntaxException notAUrl) {
            problems.add("rest.url", at, "\"" + text + "\" is not a URL.", "Write it as https://host/path/.");
            return;
        }
        problems.add(
                "rest.url",
                at,
                "\"" + text + "\" is not the URL of an HTTP API.",
                "Write it as https://host/path/, without user, password or fragment.");
    }
}
