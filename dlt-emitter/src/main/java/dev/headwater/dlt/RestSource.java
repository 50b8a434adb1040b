package dev.headwater.dlt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.method.Authentication;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Folder;
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
    private static final Template SOURCE_UNSTAMPED = template("source_unstamped.py.tmpl");
    private static final Template PIPELINE = template("pipeline.py.tmpl");

    private final DataSourcePlan plan;
    private final Source source;
    private final RestApi api;
    private final Emission out;
    private final Scope scope;
    private final String module;
    private final String displayName;

    RestSource(DataSourcePlan plan, Source source, RestApi api, Emission out) {
        this.plan = plan;
        this.source = source;
        this.api = api;
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
        out.fragment(Fragment.file(scope, sources + "/" + module + "/source.py", source()));
        out.fragment(Fragment.file(scope, pipelines + "/__init__.py", "").once());
        out.fragment(Fragment.file(scope, pipelines + "/" + module + ".py", pipeline()));
    }

    private String source() {
        Map<String, String> values = new HashMap<>();
        values.put("display_name", displayName);
        values.put("urls", urls());
        values.put("source", module);
        values.put("arguments", arguments());
        values.put("tables", tables());
        values.put("config", PythonDict.literal(new RestConfig(api, source).dict(), 1));
        return plan.loader()
                .loadedAt()
                .stamp()
                .map(column -> {
                    values.put("load_time", PythonString.encode(column));
                    return SOURCE.render(values);
                })
                .orElseGet(() -> SOURCE_UNSTAMPED.render(values));
    }

    private String urls() {
        return "BASE_URL = " + PythonString.encode(api.baseUrl())
                + tokenUrl()
                        .map(url -> "\nTOKEN_URL = " + PythonString.encode(url))
                        .orElse("");
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
        String token = tokenUrl().isPresent() ? "\ntoken_url: str = TOKEN_URL," : "";
        return "base_url: str = BASE_URL," + token + secrets;
    }

    private String tables() {
        List<String> names = source.tables().stream().map(Table::name).toList();
        String last = names.get(names.size() - 1);
        return names.size() == 1
                ? "Table " + last
                : "Tables " + String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    }

    private String pipeline() {
        String schema = plan.names().schema(source);
        return PIPELINE.render(Map.of(
                "display_name", displayName,
                "sources", plan.platform().folder(Folder.SOURCES).replace('/', '.'),
                "source", module,
                "schema", schema,
                "dataset", plan.platform().asWritten("RB11") ? schema : module));
    }
}
