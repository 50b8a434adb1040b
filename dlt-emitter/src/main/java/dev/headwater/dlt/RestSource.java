package dev.headwater.dlt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.method.Authentication;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Folder;
import dev.headwater.render.PythonLine;
import dev.headwater.render.PythonString;
import dev.headwater.render.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Python of one source that reads an HTTP API. */
final class RestSource {

    private static final Template INIT = template("init.py.tmpl");
    private static final Template SOURCE = template("source.py.tmpl");
    private static final Template STAMP = template("stamp.py.tmpl");
    private static final Template EXPECT_ROWS = template("expect_rows.py.tmpl");

    private final DataSourcePlan plan;
    private final Source source;
    private final RestApi api;
    private final Destination destination;
    private final Emission.Builder out;
    private final Scope scope;
    private final String module;
    private final String displayName;

    RestSource(DataSourcePlan plan, Source source, RestApi api, Destination destination, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.api = api;
        this.destination = destination;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
        this.module = plan.names().module(source);
        this.displayName = PythonString.docstring(source.displayName());
    }

    private static Template template(String name) {
        return Template.read(RestSource.class.getResourceAsStream(name), name);
    }

    void emit() {
        String sources = plan.platform().folder(Folder.SOURCES);
        String pipelines = plan.platform().folder(Folder.PIPELINES);
        // Other sources may have made the packages already, with whatever is in them.
        out.fragment(Fragment.file(scope, sources + "/__init__.py", "").once());
        out.fragment(Fragment.file(
                scope,
                sources + "/" + module + "/__init__.py",
                INIT.render(Map.of("display_name", displayName, "source", module))));
        out.fragment(Fragment.file(scope, sources + "/" + module + "/source.py", this::source));
        out.fragment(Fragment.file(scope, pipelines + "/__init__.py", "").once());
        out.fragment(Fragment.file(scope, pipelines + "/" + module + ".py", () -> destination.pipeline(displayName)));
    }

    private String source() {
        Map<String, String> values = new HashMap<>();
        values.put("display_name", displayName);
        values.put("base_url", PythonString.encode(api.baseUrl()));
        values.put(
                "token_url",
                tokenUrl().map(url -> "TOKEN_URL = " + PythonString.encode(url)).orElse(""));
        values.put("source", module);
        values.put("nesting", destination.nesting());
        values.put("arguments", arguments());
        values.put("tables", tables());
        values.put("heartbeat", heartbeat());
        values.put("config", PythonDict.literal(new RestConfig(api, source).dict(), 1));
        values.putAll(stamp());
        values.putAll(rowsCheck());
        return PythonLine.wrapped(SOURCE.render(values));
    }

    private Map<String, String> stamp() {
        Optional<String> column = LoadTime.stamped(plan).map(PythonString::encode);
        return Map.of(
                "import_datetime", column.isPresent() ? "from datetime import UTC, datetime" : "",
                "import_any", column.isPresent() ? "from typing import Any" : "",
                "resources",
                        column.map(name ->
                                        STAMP.render(Map.of("load_time", name)).stripTrailing())
                                .orElse("yield from rest_api_resources(config)"));
    }

    /** What a source needs, and only then, when tables name where their rows are. */
    private Map<String, String> rowsCheck() {
        boolean expected = source.tables().stream()
                .anyMatch(table ->
                        new RestResource(api, source, table).expectedRows().isPresent());
        return Map.of(
                "import_partial", expected ? "from functools import partial" : "",
                "import_find_values", expected ? "from dlt.common.jsonpath import find_values" : "",
                "import_response", expected ? "from dlt.sources.helpers.requests import Response" : "",
                "expect_rows", expected ? EXPECT_ROWS.render(Map.of()).stripTrailing() : "");
    }

    /** RB35: without new rows dlt would make no load, and a quiet source would look stale. */
    private String heartbeat() {
        return source.freshness().filter(Freshness::isOfRuns).isEmpty()
                ? ""
                : "# Replaced by each run, so that one without new rows is in _dlt_loads, too.\n"
                        + "yield dlt.resource([{\"alive\": True}], name=\""
                        + Freshness.HEARTBEAT
                        + "\", write_disposition=\"replace\")";
    }

    private Optional<String> tokenUrl() {
        return api.authentication()
                .filter(Authentication.OAuth2ClientCredentials.class::isInstance)
                .map(Authentication.OAuth2ClientCredentials.class::cast)
                .map(Authentication.OAuth2ClientCredentials::tokenUrl);
    }

    private String arguments() {
        String secrets = api.secrets().stream()
                .map(secret -> "\n" + secret.name() + ": str = dlt.secrets.value,")
                .collect(Collectors.joining());
        String token = tokenUrl().isPresent() ? "\n" + UrlArguments.token(module) + ": str = TOKEN_URL," : "";
        return UrlArguments.base(module) + ": str = BASE_URL," + token + secrets;
    }

    private String tables() {
        List<String> names = source.tables().stream().map(Table::name).toList();
        String last = names.get(names.size() - 1);
        return names.size() == 1
                ? "Table " + last
                : "Tables " + String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    }
}
