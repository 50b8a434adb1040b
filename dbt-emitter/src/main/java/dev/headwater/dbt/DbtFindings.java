package dev.headwater.dbt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.List;

/**
 * Where what Headwater writes differs from the runbook's text. A source that somebody declared in another shape is not
 * Headwater's to speak of; one that says the same counts as written, for it may be.
 */
final class DbtFindings {

    private final DataSourcePlan plan;
    private final Platform platform;
    private final Source source;
    private final DbtProject project;
    private final Emission out;
    private final Scope scope;

    DbtFindings(DataSourcePlan plan, Source source, DbtProject project, Emission out) {
        this.plan = plan;
        this.platform = plan.platform();
        this.source = source;
        this.project = project;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        LoadTime.of(plan).ifPresentOrElse(this::freshness, this::noFreshness);
        if (!platform.asWritten("RB16") && writes("description") && writes("loader")) {
            know("RB16", "The source has a description and names its loader, which dbt_project_evaluator wants.");
        }
        if (project.keywordCase() == KeywordCase.UPPER) {
            know("RB29", "The repository's sqlfluff settings ask for upper-case keywords.");
        }
        out.finding(Finding.know(
                "RB28",
                Scope.loader(plan.loader().name()),
                "dbt exits 0 when a selection matches nothing and when freshness only warns: the steps run it with"
                        + " --warn-error, and the freshness result has to be read."));
        if (hasAwareTimes() && !platform.asWritten("RB33")) {
            know(
                    "RB33",
                    "Timestamps with a zone are converted to UTC, because a bare cast follows the session's zone.");
        }
        source.tables().stream().filter(KeyTests::repeats).forEach(this::repeats);
    }

    /** Whether the repository says what Headwater would write, or nothing yet. */
    private boolean writes(String... path) {
        YamlNode written = YamlDocument.parse(new SourceEntry(plan, source, project).text())
                .root()
                .orElseThrow();
        List<DeclaredSource> declared = project.models().sources(plan.names().dbtSource(source));
        return declared.isEmpty() || declared.get(0).agrees(written, path);
    }

    private boolean hasAwareTimes() {
        return source.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column ->
                        column.type().filter(ColumnType.TIMESTAMP_TZ::equals).isPresent());
    }

    private void repeats(Table table) {
        if (!table.primaryKey().isEmpty()) {
            out.finding(Finding.know(
                    "dbt.append-repeats",
                    scope.table(table.name()),
                    "A row of " + table.name() + " that changed is appended again, so its key is tested for not_null"
                            + " only: unique would fail on good data."));
        }
    }

    private void noFreshness() {
        boolean has = project.models().sources(plan.names().dbtSource(source)).stream()
                .anyMatch(declared -> declared.loadTime().isPresent());
        if (!has) {
            out.finding(
                    Finding.act(
                            "dbt.freshness",
                            scope,
                            "The loader " + plan.loader().name()
                                    + " tells no load time, so the source has no freshness: name the column with loadedAt(...)."));
        }
    }

    private void freshness(LoadTime loadTime) {
        boolean written = writes("config", "freshness");
        if (written && writes("config", loadTime.key())) {
            know(
                    "RB14",
                    "Freshness and load time stand under config:, as dbt 1.10 and later want it; dbt 1.9 ignores that.");
        }
        if (written && !platform.asWritten("RB15")) {
            know("RB15", "Freshness is written in block style, which yamllint wants.");
        }
        if (written) {
            Freshness freshness = Freshness.of(plan, source);
            String why = platform.asWritten("RB31")
                    ? ", as the runbook has it, whatever the schedule is."
                    : ", one and two of the schedule's gaps: a late run warns, so consider an hour of slack.";
            know(
                    "RB31",
                    "Freshness warns after " + freshness.warnHours() + " h and fails after " + freshness.errorHours()
                            + " h" + why);
        }
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
