package dev.headwater.dlt;

import dev.headwater.dlt.PythonDict.Code;
import dev.headwater.method.Authentication;
import dev.headwater.method.RestApi;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.render.PythonString;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration of dlt's REST source (dlt 1.31), as a dict. */
final class RestConfig {

    private final RestApi api;
    private final Source source;

    RestConfig(RestApi api, Source source) {
        this.api = api;
        this.source = source;
    }

    Map<String, @Nullable Object> dict() {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("client", client());
        config.put(
                "resources",
                source.tables().stream()
                        .map(table -> new RestResource(api, source, table).dict())
                        .toList());
        return config;
    }

    private Map<String, @Nullable Object> client() {
        Map<String, @Nullable Object> client = new LinkedHashMap<>();
        client.put("base_url", new Code(UrlArguments.base(source.name())));
        Optional<Authentication.ApiKey> cookie = cookie();
        if (cookie.isPresent()) {
            client.put("headers", Map.of("Cookie", cookie(cookie.orElseThrow())));
        } else {
            api.authentication().ifPresent(authentication -> client.put("auth", auth(authentication)));
        }
        return client;
    }

    /** dlt 1.31 knows the location "cookie", and raises NotImplementedError when it gets there. */
    private Optional<Authentication.ApiKey> cookie() {
        return api.authentication()
                .filter(Authentication.ApiKey.class::isInstance)
                .map(Authentication.ApiKey.class::cast)
                .filter(key -> key.location() == Authentication.Location.COOKIE);
    }

    private static Code cookie(Authentication.ApiKey key) {
        return new Code("f"
                + PythonString.encode(key.name() + "={" + stripped(key.key()).text() + "}"));
    }

    /** A line break at the end would have requests print the secret with its refusal. */
    private static Code stripped(Secret secret) {
        return new Code(secret.name() + ".strip()");
    }

    private Map<String, @Nullable Object> auth(Authentication authentication) {
        Map<String, @Nullable Object> auth = new LinkedHashMap<>();
        if (authentication instanceof Authentication.Bearer bearer) {
            auth.put("type", "bearer");
            auth.put("token", stripped(bearer.token()));
        } else if (authentication instanceof Authentication.ApiKey key) {
            auth.put("type", "api_key");
            auth.put("name", key.name());
            auth.put("api_key", stripped(key.key()));
            auth.put("location", key.location().name().toLowerCase(Locale.ROOT));
        } else if (authentication instanceof Authentication.Basic basic) {
            auth.put("type", "http_basic");
            auth.put("username", new Code(basic.username().name()));
            auth.put("password", new Code(basic.password().name()));
        } else if (authentication instanceof Authentication.OAuth2ClientCredentials oauth) {
            auth.put("type", "oauth2_client_credentials");
            auth.put("access_token_url", new Code(UrlArguments.token(source.name())));
            auth.put("client_id", new Code(oauth.clientId().name()));
            auth.put("client_secret", new Code(oauth.clientSecret().name()));
            if (!oauth.parameters().isEmpty()) {
                auth.put("access_token_request_data", oauth.parameters());
            }
        }
        return auth;
    }
}
