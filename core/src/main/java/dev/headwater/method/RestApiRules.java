package dev.headwater.method;

import dev.headwater.method.Authentication.ApiKey;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Authentication.OAuth2ClientCredentials;
import dev.headwater.plan.IngestionMethod.Place;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.problem.Problems;

/** What has to hold for a source that reads an HTTP API, beyond its single fields. */
final class RestApiRules {

    private final RestApi api;
    private final Place place;
    private final Problems problems;

    RestApiRules(RestApi api, Place place, Problems problems) {
        this.api = api;
        this.place = place;
        this.problems = problems;
    }

    void judge(Source source) {
        new HttpUrl(api.baseUrl(), place.method() + ".baseUrl", problems).judgeBase();
        if (source.schedule().cron().isEmpty()) {
            problems.add(
                    "rest.schedule",
                    place.source() + ".schedule",
                    "An API is read at times, not all the time.",
                    "Say when, such as Schedule.hourlyAt(5).");
        }
        api.authentication().ifPresent(this::judge);
        api.secrets().forEach(secret -> judge(source, secret));
        for (int i = 0; i < source.tables().size(); i++) {
            Table table = source.tables().get(i);
            String at = place.table(i);
            table.settings(RestApi.Endpoint.class)
                    .ifPresent(endpoint -> new EndpointRules(table, endpoint, at, problems).judge());
        }
    }

    private void judge(Authentication authentication) {
        String at = place.method() + ".authentication";
        if (authentication instanceof OAuth2ClientCredentials oauth) {
            new HttpUrl(oauth.tokenUrl(), at + ".tokenUrl", problems).judge();
            oauth.parameters().forEach((name, value) -> judge(name, value, at + ".parameters"));
        }
        if (authentication instanceof ApiKey key) {
            problems.line(at + ".name", key.name());
            if (key.location() != Location.QUERY && !key.name().isBlank() && !HeaderName.isOne(key.name())) {
                problems.add(
                        "rest.header",
                        at + ".name",
                        "\"" + key.name() + "\" is not the name of a header or cookie.",
                        "Write letters, digits and hyphens, such as X-API-Key.");
            }
        }
    }

    private void judge(String parameter, String value, String at) {
        if (parameter.isBlank()) {
            problems.add(
                    "rest.parameter",
                    at,
                    "A parameter of the token request has no name.",
                    "Name it as the API does, such as scope.");
        }
        problems.line(at, parameter + value);
    }

    /** Secrets and URLs are arguments of the same function. */
    private void judge(Source source, Secret secret) {
        if (secret.name().equals(source.name() + "_base_url") || secret.name().equals(source.name() + "_token_url")) {
            problems.add(
                    "rest.secret",
                    place.method(),
                    "\"" + secret.name() + "\" is what the emitted source calls one of its URLs.",
                    "Name the secret otherwise.");
        }
    }
}
