package dev.headwater.dbt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.Trait;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where what Headwater writes differs from the runbook's text. A source that somebody declared in another shape is not
 * Headwater's to speak of; one that says the same counts as written, for it may be.
 */
final class DbtFindings {

    private final DataSourcePlan plan;
    private final Source source;
    private final DbtProject project;
    private final Emission.Builder out;
    private final Scope scope;
    private final List<DeclaredSource> declared;
    private final Optional<DeclaredSource> written;

    DbtFindings(DataSourcePlan plan, Source source, DbtProject project, SourceEntry entry, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.project = project;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
        this.declared = project.models().declared(plan.names().dbtSource(source));
        this.written = declared.stream().findFirst().map(any -> entry.written());
    }

    void emit() {
        LoadTime.of(plan, source, project.dialect()).ifPresentOrElse(this::freshness, this::noLoadTime);
        if (writes("description") && writes("loader")) {
            unlessAsWritten(
                    Deviation.SOURCE_DESCRIPTION,
                    "The source has a description and names its loader, which dbt_project_evaluator wants.");
        }
        if (project.keywordCase() == KeywordCase.UPPER) {
            know(Deviation.KEYWORD_CASE, "The repository's sqlfluff settings ask for upper-case keywords.");
        }
        out.finding(Finding.know(
                Deviation.EMPTY_SELECTION,
                Scope.loader(plan.loader().name()),
                "dbt exits 0 when a selection matches nothing and when freshness only warns: the steps run it with"
                        + " --warn-error, by which both fail; a freshness result of WARN is then called a compilation"
                        + " error."));
        if (hasAwareTimes()) {
            unlessAsWritten(
                    Deviation.TIME_ZONE,
                    "Timestamps with a zone are converted to UTC, because a bare cast follows the session's zone.");
        }
        source.tables().stream().filter(KeyTests::repeats).forEach(this::repeats);
    }

    /** Whether the repository says what Headwater would write, or nothing yet. */
    private boolean writes(String... path) {
        return written.filter(own -> !declared.get(0).agrees(own, path)).isEmpty();
    }

    private boolean hasAwareTimes() {
        return source.tables().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> column.type().stream())
                .anyMatch(ColumnType.TIMESTAMP_TZ::equals);
    }

    private void repeats(Table table) {
        if (!table.primaryKey().isEmpty()) {
            out.finding(Finding.know(
                    "dbt.append-repeats",
                    scope.table(table.name()),
                    (table.cursor().isPresent()
                                    ? "A row that changed is appended again"
                                    : "A run may append a row that is there already")
                            + ", so the key is tested for not_null only: unique would fail on good data."));
        }
    }

    private void noLoadTime() {
        boolean has = declared.stream().anyMatch(known -> known.loadTime().isPresent());
        if (!has && Thresholds.judge(source)) {
            act(
                    "dbt.freshness",
                    "The loader " + plan.loader().name()
                            + " tells no load time, so the source has no freshness: name the column.",
                    LoadTime.columnSetting(plan, "_loaded_at"));
        }
    }

    private void freshness(LoadTime loadTime) {
        if (writes(project.dialect().path("freshness"))) {
            place(loadTime);
            if (Thresholds.judge(source)) {
                unlessAsWritten(
                        Deviation.FRESHNESS_STYLE, "Freshness is written in block style, which yamllint wants.");
            }
            if (source.freshness().isEmpty()) {
                period(plan.platform().lateRunSlack());
            }
        }
        quietSource();
    }

    private void place(LoadTime loadTime) {
        boolean below = project.dialect() == Dialect.CONFIG;
        if (below && writes(Dialect.CONFIG.path(loadTime.key()))) {
            know(
                    Deviation.FRESHNESS_CONFIG,
                    "Freshness and load time stand under config:, as dbt 1.10 and later want it; dbt 1.9 ignores that.");
        }
        if (!below && loadTime.key().equals(LoadTime.QUERY)) {
            act(
                    "dbt.query-ignored",
                    "dbt before 1.10 knows no loaded_at_query: give the loader a column or an expression, or allow a"
                            + " newer dbt.",
                    "loader.loadedAt(LoadedAt.expression(\"...\"))");
        }
    }

    private void period(Duration slack) {
        unlessAsWritten(
                Deviation.FRESHNESS_PERIOD,
                "Freshness " + Thresholds.of(plan, source).words() + ", one and two of the schedule's gaps"
                        + (slack.isZero()
                                ? ": a late run warns, so consider an hour of slack."
                                : " and " + Thresholds.words(slack) + " of slack for a late run."));
    }

    private void quietSource() {
        boolean unsettled = source.freshness().isEmpty()
                && source.tables().stream()
                        .anyMatch(table ->
                                table.cursor().isPresent() && table.freshness().isEmpty() && isJudged(table));
        if (unsettled) {
            boolean recordsRuns = source.method().traits().contains(Trait.RECORDS_RUNS);
            act(
                    Deviation.QUIET_SOURCE.code(),
                    "An incremental run without new rows writes nothing, so a quiet source looks stale to dbt: widen its"
                            + " freshness" + (recordsRuns ? ", or have the runs of dlt judged." : "."),
                    recordsRuns
                            ? "source.freshness(Freshness.ofRuns())"
                            : "source.freshness(Freshness.within(warnAfter, errorAfter))");
        }
    }

    private boolean isJudged(Table table) {
        return declared.isEmpty() || declared.stream().anyMatch(there -> there.judges(table.name()));
    }

    private void act(String code, String message, String setting) {
        out.finding(Finding.act(code, scope, message, setting));
    }

    private void know(Deviation deviation, String message) {
        out.finding(Finding.know(deviation, scope, message));
    }

    private void unlessAsWritten(Deviation deviation, String message) {
        if (!plan.platform().asWritten(deviation)) {
            know(deviation, message);
        }
    }
}
