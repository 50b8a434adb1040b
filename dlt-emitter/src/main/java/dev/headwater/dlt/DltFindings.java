package dev.headwater.dlt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.method.Authentication;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import java.util.Locale;
import java.util.Optional;

/** Where a dlt source differs from the runbook's text, and what somebody has to look at. */
final class DltFindings {

    /** Where the runbook's platform says which secret holds what for dlt. */
    private static final String SECRET_MAP_FILE = "utils/vault_provider.py";

    private static final String SECRET_MAP = "SECRET_MAP";

    private static final String PROJECT_FILE = "pyproject.toml";

    /** What stands for bytes that are no character. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private final DataSourcePlan plan;
    private final Source source;
    private final RestApi api;
    private final Destination destination;
    private final RepositoryView view;
    private final Emission.Builder out;
    private final Scope scope;

    DltFindings(
            DataSourcePlan plan,
            Source source,
            RestApi api,
            Destination destination,
            RepositoryView view,
            Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.api = api;
        this.destination = destination;
        this.view = view;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        know(
                Deviation.COMPLETE_PIPELINE,
                "The runbook's skeleton neither runs nor fails; the emitted source and pipeline are complete.");
        if (!destination.isBucket() && !plan.platform().asWritten(Deviation.DATASET_CASE)) {
            know(
                    Deviation.DATASET_CASE,
                    "The dataset is lower case: dlt makes the upper-case schema of it without the warnings that upper"
                            + " case brings.");
        }
        know(
                Deviation.LOCAL_TEST,
                "The local test goes to " + (destination.isBucket() ? "a folder" : "DuckDB")
                        + " by environment variables: nothing is edited that could be committed.");
        know(Deviation.PYTHON_FORMAT, "The Python is sorted and formatted, which the runbook's text is not.");
        workerCredentials();
        LoadTime.stamped(plan)
                .ifPresent(column -> know(
                        Deviation.LOAD_TIME,
                        "dlt writes no load time, so the source stamps " + column + " on each row."));
        keyInUrl();
        ownedVariables();
        shadowedModule();
        source.tables().forEach(this::paginator);
        source.tables().forEach(this::appendsAll);
        dependencies();
    }

    private void know(Deviation deviation, String message) {
        out.finding(Finding.know(deviation, scope, message));
    }

    private void paginator(Table table) {
        Optional<Paginator> paginator = table.settings(RestApi.Endpoint.class).flatMap(RestApi.Endpoint::paginator);
        if (paginator.map(Paginator::type).orElse("auto").equals("auto")) {
            out.finding(Finding.act(
                    Deviation.PAGINATOR,
                    scope.table(table.name()),
                    "The endpoint names no paginator, and what dlt guesses can stop after the first page without a word, or"
                            + " ask for it again without end: name one, or check the number of rows.",
                    "endpoint.paginator(...)"));
        }
    }

    private void appendsAll(Table table) {
        if (table.loadMode() == LoadMode.APPEND && table.cursor().isEmpty()) {
            out.finding(Finding.act(
                    "dlt.append-all",
                    scope.table(table.name()),
                    "Each run adds all rows again: name a cursor, unless the API hands each row out once.",
                    "table.incremental(\"...\"), or table.mute(\"dlt.append-all\")"));
        }
    }

    private void keyInUrl() {
        boolean inUrl = api.authentication()
                .filter(it -> it instanceof Authentication.ApiKey key && key.location() == Location.QUERY)
                .isPresent();
        if (inUrl) {
            out.finding(Finding.act(
                    "dlt.key-in-url",
                    scope,
                    "The API key is part of the URL, which exceptions print into logs: prefer the header if the API"
                            + " takes one.",
                    "api.apiKey(Authentication.Location.HEADER, ...), or source.mute(\"dlt.key-in-url\")"));
        }
    }

    /** RB34: by environment variables, and by the map that the repository may keep for its own provider of secrets. */
    private void workerCredentials() {
        know(
                Deviation.WORKER_CREDENTIALS,
                "The worker's dlt finds the credentials in environment variables by dlt's own names.");
        String section = "sources." + plan.names().module(source);
        Optional<String> map = text(SECRET_MAP_FILE).filter(text -> text.contains(SECRET_MAP));
        map.filter(text -> !api.secrets().isEmpty() && !text.contains("\"" + section + "\""))
                .ifPresent(text -> out.finding(Finding.act(
                        Deviation.WORKER_CREDENTIALS,
                        scope,
                        SECRET_MAP_FILE + ", line " + line(text) + ": if the worker reads its secrets by " + SECRET_MAP
                                + ", add \"" + section + "\": \"" + plan.names().sourceSecret(source)
                                + "\" instead of setting variables.")));
    }

    private static long line(String text) {
        return 1
                + text.substring(0, text.indexOf(SECRET_MAP))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private Optional<String> text(String path) {
        return view.text(path);
    }

    private void ownedVariables() {
        for (Secret secret : api.secrets()) {
            String variable = secret.name().toUpperCase(Locale.ROOT);
            new EnvironmentVariable()
                    .cautions(variable)
                    .forEach(caution -> out.finding(Finding.act(
                            caution.code(),
                            scope,
                            "The variable " + variable + " " + caution.message() + ": see that "
                                    + DltSteps.variable(plan.names().module(source), secret.name())
                                    + " is set wherever the pipeline runs, or name the secret otherwise.",
                            "Secret.named(\"...\")")));
        }
    }

    private void shadowedModule() {
        String folder =
                plan.platform().folder(Folder.SOURCES) + "/" + plan.names().module(source);
        if (view.text(folder + ".py").isPresent()) {
            out.finding(Finding.act(
                    "dlt.shadowed",
                    scope,
                    folder + ".py is not imported any more, because the package " + folder
                            + "/ goes first: remove it, or name the source otherwise."));
        }
    }

    private void dependencies() {
        text(PROJECT_FILE).ifPresent(text -> {
            if (text.indexOf(NOT_UTF_8) >= 0) {
                dependencies(" cannot be read, because it is not UTF-8: save it as UTF-8, and see that "
                        + destination.requirement() + " is named there and in the worker's image.");
            } else if (!text.contains("dlt[") || !text.contains(destination.extra())) {
                dependencies(" does not name dlt[" + destination.extra() + "]: add " + destination.requirement()
                        + " there and to the worker's image.");
            }
        });
    }

    private void dependencies(String fault) {
        out.finding(
                Finding.act(Deviation.DEPENDENCIES, Scope.loader(plan.loader().name()), PROJECT_FILE + fault));
    }
}
