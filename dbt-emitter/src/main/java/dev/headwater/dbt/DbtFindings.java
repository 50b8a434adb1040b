package dev.headwater.dbt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Platform;
import java.util.List;

/** Where the dbt layer differs from the runbook's text, and what somebody has to look at. */
final class DbtFindings {

    private final DataSourcePlan plan;
    private final Source source;
    private final DbtProject project;
    private final Emission out;
    private final Scope scope;

    DbtFindings(DataSourcePlan plan, Source source, DbtProject project, Emission out) {
        this.plan = plan;
        this.source = source;
        this.project = project;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        Platform platform = plan.platform();
        freshness();
        if (!platform.asWritten("RB16")) {
            know("RB16", "The source has a description and names its loader, which dbt_project_evaluator wants.");
        }
        if (project.keywordCase() == KeywordCase.UPPER) {
            know("RB29", "The repository's .sqlfluff asks for upper-case keywords.");
        }
        boolean aware = source.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column ->
                        column.type().filter(ColumnType.TIMESTAMP_TZ::equals).isPresent());
        if (aware && !platform.asWritten("RB33")) {
            know(
                    "RB33",
                    "Timestamps with a zone are converted to UTC, because a bare cast follows the session's zone.");
        }
        if (project.missesTags()) {
            String loader = plan.loader().name();
            out.finding(Finding.act(
                    "RB30",
                    Scope.loader(loader),
                    "dbt_project.yml tags other loaders' folders but not " + loader + ": add  " + loader
                            + ": +tags: [\"staging\", \"" + loader
                            + "\"]  below staging, or selectors skip its models."));
        }
    }

    private void freshness() {
        if (plan.loader().loadedAt().column().isEmpty()) {
            out.finding(
                    Finding.act(
                            "dbt.freshness",
                            scope,
                            "The loader " + plan.loader().name()
                                    + " tells no load time, so the source has no freshness: name the column with loadedAt(...)."));
            return;
        }
        know(
                "RB14",
                "Freshness and load time stand under config:, as dbt 1.10 and later want it; dbt 1.9 ignores that.");
        know("RB15", "Freshness is written in block style, which yamllint wants.");
        String column = plan.loader().loadedAt().column().orElseThrow();
        List<String> others = project.loadTimesOfOthers(source).stream()
                .filter(field -> !field.equals(column))
                .toList();
        if (!others.isEmpty()) {
            out.finding(Finding.act(
                    "RB13",
                    scope,
                    "The loader's other sources take " + String.join(", ", others) + " for the load time, this one "
                            + column + ": give the loader loadedAt(...) if they should agree."));
        }
        Freshness freshness = Freshness.of(source.schedule());
        out.finding(Finding.know(
                "RB31",
                scope,
                "Freshness warns after " + freshness.warnHours() + " h and fails after " + freshness.errorHours()
                        + " h, one and two of the schedule's gaps: a late run warns, so consider an hour of slack."));
        quietSources();
    }

    private void quietSources() {
        boolean incremental =
                source.tables().stream().anyMatch(table -> table.cursor().isPresent());
        if (incremental) {
            out.finding(Finding.act(
                    "RB35",
                    scope,
                    "An incremental run without new rows writes nothing, so a quiet source looks stale to dbt: widen its"
                            + " freshness, or have one table loaded in full."));
        }
    }

    private void know(String code, String message) {
        out.finding(Finding.know(code, scope, message));
    }
}
