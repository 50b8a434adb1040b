package dev.headwater.dlt;

import dev.headwater.dlt.PythonDict.Call;
import dev.headwater.method.Authentication;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.naming.DltName;
import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.render.PythonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One table in the configuration of dlt's REST source (dlt 1.31), as a dict. */
final class RestResource {

    /** Options of paginators that dlt reads as JSONPath. */
    private static final Set<String> PATHS = Set.of("next_url_path", "cursor_path", "total_path", "has_more_path");

    private static final Map<String, @Nullable Object> DEDUP_SORT = Map.of("dedup_sort", "desc");

    private final RestApi api;
    private final Source source;
    private final Table table;
    private final RestApi.Endpoint endpoint;

    RestResource(RestApi api, Source source, Table table) {
        this.api = api;
        this.source = source;
        this.table = table;
        this.endpoint = table.settings(RestApi.Endpoint.class).orElseThrow();
    }

    Map<String, @Nullable Object> dict() {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("name", table.name());
        // When rows are appended, a key would only hide that two of one second are not the same.
        if (table.loadMode() != LoadMode.APPEND && !table.primaryKey().isEmpty()) {
            resource.put(
                    "primary_key",
                    table.primaryKey().stream().map(RestResource::key).toList());
        }
        resource.put("write_disposition", table.loadMode().name().toLowerCase(Locale.ROOT));
        Map<String, @Nullable Object> columns = columns();
        if (!columns.isEmpty()) {
            resource.put("columns", columns);
        }
        resource.put("endpoint", endpoint());
        return resource;
    }

    /** dlt normalises a hint's name itself, but does not know nesting in it. */
    private static String key(String path) {
        return path.contains(".") ? DltName.column(path) : path;
    }

    private Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            RawField field = source.method().rawField(column.from());
            if (field.inside().isEmpty()) {
                column.type().ifPresent(type -> columns.put(field.column(), hint(type)));
            }
        }
        newestWins().ifPresent(cursor -> columns.merge(DltName.column(cursor), DEDUP_SORT, RestResource::joined));
        return columns;
    }

    /** The cursor that tells which version of a row is kept when one run brings several; else dlt keeps any. */
    private Optional<String> newestWins() {
        return table.cursor().filter(cursor -> table.loadMode() == LoadMode.MERGE && !JsonPath.isExpression(cursor));
    }

    /** With a type, a column is there even when no row has had a value yet. */
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

    private Map<String, @Nullable Object> endpoint() {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        dict.put("path", endpoint.path());
        dict.put("data_selector", endpoint.rows().map(JsonPath::of).orElse("$"));
        expectedRows().ifPresent(rows -> dict.put("response_actions", List.of(expecting(rows))));
        Map<String, @Nullable Object> params = new LinkedHashMap<>(endpoint.parameters());
        endpoint.cursorParameter().ifPresent(parameter -> params.put(parameter.name(), "{incremental.start_value}"));
        if (!params.isEmpty()) {
            dict.put("params", params);
        }
        dict.put("paginator", paginator(endpoint.paginator().orElseGet(Paginator::auto)));
        table.cursor().ifPresent(cursor -> dict.put("incremental", incremental(cursor)));
        return dict;
    }

    /**
     * The path that every answer must have: an error with status 200 would empty the table. None where the key is in
     * the URL, because dlt then no longer hides it in errors.
     */
    Optional<String> expectedRows() {
        boolean keyInUrl = api.authentication()
                .filter(it ->
                        it instanceof Authentication.ApiKey key && key.location() == Authentication.Location.QUERY)
                .isPresent();
        return endpoint.rows()
                .filter(rows -> !keyInUrl && !JsonPath.isExpression(rows))
                .map(JsonPath::of);
    }

    private static Call expecting(String rows) {
        return new Call("partial", List.of("expect_rows", PythonString.encode(rows)));
    }

    private static Map<String, @Nullable Object> paginator(Paginator paginator) {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        dict.put("type", paginator.type());
        paginator
                .options()
                .forEach((name, value) -> dict.put(
                        name, PATHS.contains(name) && value instanceof String path ? JsonPath.of(path) : value));
        return dict;
    }

    private Map<String, @Nullable Object> incremental(String cursor) {
        Map<String, @Nullable Object> incremental = new LinkedHashMap<>();
        incremental.put("cursor_path", JsonPath.of(cursor));
        endpoint.cursorParameter()
                .ifPresent(parameter -> incremental.put(
                        "initial_value",
                        parameter.number() ? Long.valueOf(parameter.initialValue()) : parameter.initialValue()));
        if (table.loadMode() == LoadMode.MERGE) {
            // Merging a row again does no harm, and refusing it would stop the whole source.
            incremental.put("on_cursor_value_missing", "include");
            if (table.primaryKey().stream().anyMatch(key -> key.contains("."))) {
                // Where the incremental step looks for the key, its nesting is not flattened yet.
                incremental.put("primary_key", List.of());
            }
        }
        return incremental;
    }

    private static Object joined(Object hint, Object more) {
        Map<Object, @Nullable Object> joined = new LinkedHashMap<>((Map<?, ?>) hint);
        joined.putAll((Map<?, ?>) more);
        return joined;
    }
}
