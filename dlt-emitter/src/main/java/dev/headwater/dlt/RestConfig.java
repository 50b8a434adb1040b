package dev.headwater.dlt;

import dev.headwater.dlt.PythonDict.Code;
import dev.headwater.method.Authentication;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.naming.DltName;
import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.PythonString;
import java.util.LinkedHashMap;
import java.util.List;
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
        config.put("resources", source.tables().stream().map(this::resource).toList());
        return config;
    }

    private Map<String, @Nullable Object> client() {
        Map<String, @Nullable Object> client = new LinkedHashMap<>();
        client.put("base_url", new Code("base_url"));
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
        String name = PythonString.encode(key.name().replace("{", "{{").replace("}", "}}"));
        String closed = name.substring(0, name.length() - 1);
        return new Code("f" + closed + "={" + key.key().name() + "}" + name.charAt(0));
    }

    private static Map<String, @Nullable Object> auth(Authentication authentication) {
        Map<String, @Nullable Object> auth = new LinkedHashMap<>();
        if (authentication instanceof Authentication.Bearer bearer) {
            auth.put("type", "bearer");
            auth.put("token", new Code(bearer.token().name()));
        } else if (authentication instanceof Authentication.ApiKey key) {
            auth.put("type", "api_key");
            auth.put("name", key.name());
            auth.put("api_key", new Code(key.key().name()));
            auth.put("location", key.location().name().toLowerCase(Locale.ROOT));
        } else if (authentication instanceof Authentication.Basic basic) {
            auth.put("type", "http_basic");
            auth.put("username", new Code(basic.username().name()));
            auth.put("password", new Code(basic.password().name()));
        } else if (authentication instanceof Authentication.OAuth2ClientCredentials oauth) {
            auth.put("type", "oauth2_client_credentials");
            auth.put("access_token_url", new Code("token_url"));
            auth.put("client_id", new Code(oauth.clientId().name()));
            auth.put("client_secret", new Code(oauth.clientSecret().name()));
        }
        return auth;
    }

    private Map<String, @Nullable Object> resource(Table table) {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("name", table.name());
        if (!table.primaryKey().isEmpty()) {
            resource.put(
                    "primary_key",
                    table.primaryKey().stream().map(RestConfig::key).toList());
        }
        resource.put("write_disposition", table.loadMode().name().toLowerCase(Locale.ROOT));
        if (!table.columns().isEmpty()) {
            resource.put("columns", columns(table));
        }
        resource.put(
                "endpoint",
                endpoint(table, table.settings(RestApi.Endpoint.class).orElseThrow()));
        return resource;
    }

    /** dlt normalises a hint's name itself, but does not know nesting in it. */
    private static String key(String path) {
        return path.contains(".") ? DltName.column(path) : path;
    }

    /** With a type, a column is there even when no row has had a value yet. */
    private static Map<String, @Nullable Object> columns(Table table) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            column.type().ifPresent(type -> columns.put(DltName.column(column.from()), hint(type)));
        }
        return columns;
    }

    private static Map<String, @Nullable Object> hint(ColumnType type) {
        Map<String, @Nullable Object> hint = new LinkedHashMap<>();
        hint.put(
                "data_type",
                switch (type) {
                    case STRING -> "text";
                    case INTEGER -> "bigint";
                    case NUMBER -> "decimal";
                    case FLOAT -> "double";
                    case BOOLEAN -> "bool";
                    case DATE -> "date";
                    case TIMESTAMP_TZ, TIMESTAMP_NTZ -> "timestamp";
                    case JSON -> "json";
                });
        if (type == ColumnType.TIMESTAMP_NTZ) {
            hint.put("timezone", false);
        }
        return hint;
    }

    private static Map<String, @Nullable Object> endpoint(Table table, RestApi.Endpoint settings) {
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
        endpoint.put("path", settings.path());
        settings.rows().ifPresent(rows -> endpoint.put("data_selector", rows));
        Map<String, @Nullable Object> params = new LinkedHashMap<>(settings.parameters());
        settings.cursorParameter().ifPresent(parameter -> params.put(parameter.name(), "{incremental.start_value}"));
        if (!params.isEmpty()) {
            endpoint.put("params", params);
        }
        endpoint.put("paginator", paginator(settings.paginator().orElseGet(Paginator::auto)));
        table.cursor().ifPresent(cursor -> endpoint.put("incremental", incremental(cursor, table, settings)));
        return endpoint;
    }

    private static Map<String, @Nullable Object> paginator(Paginator paginator) {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        dict.put("type", paginator.type());
        dict.putAll(paginator.options());
        return dict;
    }

    private static Map<String, @Nullable Object> incremental(String cursor, Table table, RestApi.Endpoint settings) {
        Map<String, @Nullable Object> incremental = new LinkedHashMap<>();
        incremental.put("cursor_path", cursor);
        settings.cursorParameter().ifPresent(parameter -> incremental.put("initial_value", parameter.initialValue()));
        if (table.primaryKey().stream().anyMatch(key -> key.contains("."))) {
            // Where the incremental step looks for the key, its nesting is not flattened yet.
            incremental.put("primary_key", List.of());
        }
        return incremental;
    }
}
