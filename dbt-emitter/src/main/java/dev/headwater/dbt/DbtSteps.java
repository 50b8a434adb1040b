package dev.headwater.dbt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.IngestionMethod.Trait;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Platform;
import dev.headwater.render.MarkdownText;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to do about the dbt layer: build and test, merge, check, the way back. */
final class DbtSteps {

    private static final String MERGE = "dbt-transform.merge";

    private static final String NO_ROW_YET =
            "dlt makes a table when its first row comes: until then dbt says that it does not exist, here and in the"
                    + " freshness check.";

    private final DataSourcePlan plan;
    private final Source source;
    private final String repository;
    private final Emission.Builder out;
    private final Names names;

    /** Tells this source's steps from those of others. */
    private final String id;

    private final Scope scope;

    DbtSteps(DataSourcePlan plan, Source source, String repository, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.repository = MarkdownText.inline(repository);
        this.out = out;
        this.names = plan.names();
        this.id = plan.loader().name() + "." + source.name();
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        String models = source.tables().stream()
                .map(table -> names.stagingModel(source, table))
                .collect(Collectors.joining(" "));
        String build = "dbt --warn-error build --select " + models;
        String name = MarkdownText.inline(source.displayName());
        Step run = Step.command(
                        scope, "dbt.build." + id, Stage.STAGING, "Run and test the staging models of " + name, build)
                .waitsFor(Milestone.LOADED);
        boolean made = !source.method().traits().contains(Trait.TABLE_WITH_FIRST_ROW);
        out.step(made ? run : run.note(NO_ROW_YET));
        merge();
        out.step(Step.command(
                        scope,
                        "dbt.check-models." + id,
                        Stage.VERIFICATION,
                        "The staging models of " + name + " build and their tests pass",
                        build)
                .note("A selection that matches nothing is an error as well (RB28)."));
        if (isJudged()) {
            out.step(Step.command(
                            scope,
                            "dbt.check-freshness." + id,
                            Stage.VERIFICATION,
                            "The source freshness check of " + name + " passes",
                            "dbt --warn-error source freshness --select source:" + names.dbtSource(source))
                    .note(
                            "A warning fails here as well: dbt then speaks of a compilation error, and the line with WARN in it is"
                                    + " the result (RB28)."));
        }
    }

    private boolean isJudged() {
        boolean runs = source.freshness().filter(Freshness::isOfRuns).isPresent();
        boolean none = source.freshness().filter(Freshness::isNone).isPresent();
        boolean any = !none
                || source.tables().stream()
                        .anyMatch(table ->
                                table.freshness().filter(it -> !it.isNone()).isPresent());
        return runs || (any && LoadTime.of(plan).isPresent());
    }

    private void merge() {
        Step revert = Step.manual(
                scope,
                "dbt-transform.revert",
                Stage.STAGING,
                "Revert the pull request in the " + repository + " repository, after the views have been dropped",
                "");
        out.step(Step.merge(
                        scope,
                        MERGE,
                        Stage.STAGING,
                        "Create a pull request in the " + repository + " repository, get approval, and merge",
                        "")
                .after("dbt.build." + id)
                .undoneBy(revert));
        Platform platform = plan.platform();
        String views = source.tables().stream()
                .map(table -> "DROP VIEW IF EXISTS " + platform.analyticsDatabase() + ".STAGING."
                        + names.stagingModel(source, table).toUpperCase(Locale.ROOT) + ";\n")
                .collect(Collectors.joining());
        out.step(Step.manual(
                        scope,
                        "dbt.views." + id,
                        Stage.STAGING,
                        "See that CI has built the views of " + name() + " in production",
                        "")
                .after(MERGE)
                .reaches(Milestone.BUILT)
                .undoneBy(Step.sql(
                                scope,
                                "dbt.drop-views." + id,
                                Stage.STAGING,
                                "Drop the staging views of " + name(),
                                "USE ROLE " + platform.transformerUser() + ";\n" + views)
                        .note("dbt never does (RB26).")));
    }

    private String name() {
        return MarkdownText.inline(source.displayName());
    }
}
