package dev.headwater.dlt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a dlt source differs from the runbook's text, and what somebody has to look at. */
final class DltFindings {

    private final DataSourcePlan plan;
    private final Source source;
    private final Repository repository;
    private final Emission out;
    private final Scope scope;

    DltFindings(DataSourcePlan plan, Source source, Repository repository, Emission out) {
        this.plan = plan;
        this.source = source;
        this.repository = repository;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        know("RB10", "The runbook's skeleton neither runs nor fails; the emitted source and pipeline are complete.");
        if (!plan.platform().asWritten("RB11")) {
            know(
                    "RB11",
                    "The dataset is lower case: dlt makes the same schema "
                            + plan.names().schema(source) + " of it, without the warnings that upper case brings.");
        }
        know("RB20", "The Python is sorted and formatted, which the runbook's text is not.");
        plan.loader()
                .loadedAt()
                .stamp()
                .ifPresent(column ->
                        know("RB13", "dlt writes no load time, so the source stamps " + column + " on each row."));
        source.tables().forEach(this::paginator);
        dependencies();
    }

    private void know(String code, String message) {
        out.finding(Finding.know(code, scope, message));
    }

    private void paginator(Table table) {
        Optional<Paginator> paginator = table.settings(RestApi.Endpoint.class).flatMap(RestApi.Endpoint::paginator);
        if (paginator.map(Paginator::type).orElse("auto").equals("auto")) {
            out.finding(Finding.act(
                    "RB36",
                    scope.table(table.name()),
                    "The endpoint names no paginator, and what dlt guesses can stop after the first page without a word:"
                            + " name one, or check the number of rows."));
        }
    }

    private void dependencies() {
        Optional<String> project =
                repository.read("pyproject.toml").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        project.filter(text -> !text.contains("dlt[") || !text.contains("snowflake"))
                .ifPresent(text -> out.finding(Finding.act(
                        "RB37",
                        Scope.loader(plan.loader().name()),
                        "pyproject.toml does not name dlt[snowflake]: add " + DltSteps.REQUIREMENT
                                + " there and to the worker's image.")));
    }
}
