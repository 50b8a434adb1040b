package dev.headwater.dlt;

import dev.headwater.dlt.PythonDict.Code;
import dev.headwater.method.Authentication;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        api.authentication().ifPresent(authentication -> client.put("auth", auth(authentication)));
        return client;
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
            auth.put("access_token_url", oauth.tokenUrl());
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
        return path.contains(".") ? Names.rawColumn(path) : path;
    }

    /** With a type, a column is there even when no row has had a value yet. */
    private static Map<String, @Nullable Object> columns(Table table) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            column.type().ifPresent(type -> columns.put(Names.rawColumn(column.from()), hint(type)));
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
        table.cursor().ifPresent(cursor -> endpoint.put("incremental", incremental(cursor, settings)));
        return endpoint;
    }

    private static Map<String, @Nullable Object> paginator(Paginator paginator) {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        dict.put("type", paginator.type());
        dict.putAll(paginator.options());
        return dict;
    }

    private static Map<String, @Nullable Object> incremental(String cursor, RestApi.Endpoint settings) {
        Map<String, @Nullable Object> incremental = new LinkedHashMap<>();
        incremental.put("cursor_path", cursor);
        settings.cursorParameter().ifPresent(parameter -> incremental.put("initial_value", parameter.initialValue()));
        return incremental;
    }
}
