package dev.headwater;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.MilestoneOf;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.IngestionMethod.Run.PythonCallable;
import dev.headwater.plan.IngestionMethod.Run.RemoteJob;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.MarkdownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the data of sources gets in, as far as no emitter says it: what the methods say, and what nobody does. */
final class WaysIn {

    /** What is there only when something brings the data in. */
    private static final List<Milestone> BY_THE_WAY_IN = List.of(Milestone.DEPLOYED, Milestone.LOADED);

    private final List<Step> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** For whom an emitter says how the pipeline is built. */
    private final Set<Scope> built = new HashSet<>();

    private final Set<MilestoneOf> awaited = new HashSet<>();
    private final Set<MilestoneOf> reached = new HashSet<>();

    WaysIn(List<DataSourcePlan> plans, List<Step> said) {
        for (Step step : said) {
            if (step.stage() == Stage.INGESTION) {
                step.scopes().forEach(scope -> built.add(ofSource(scope)));
            }
            step.awaited().forEach(milestone -> awaited.add(ofSource(milestone)));
            step.reached().forEach(milestone -> reached.add(ofSource(milestone)));
        }
        for (DataSourcePlan plan : plans) {
            plan.sources().forEach(source -> judge(plan, source));
        }
    }

    private static Scope ofSource(Scope scope) {
        Scope loader = Scope.loader(scope.loader());
        return scope.source().map(loader::source).orElse(loader);
    }

    private static MilestoneOf ofSource(MilestoneOf milestone) {
        return new MilestoneOf(milestone.milestone(), ofSource(milestone.scope()));
    }

    /** What the methods' steps and the missing loads are. */
    List<Step> steps() {
        return steps;
    }

    /** Of whom nobody brings the data in. */
    List<Finding> findings() {
        return findings;
    }

    private void judge(DataSourcePlan plan, Source source) {
        Scope loader = Scope.loader(plan.loader().name());
        Scope scope = loader.source(source.name());
        List<OutsideStep> outside = source.method().outsideSteps(plan, source);
        outside.forEach(step -> steps.add(outside(scope, step)));
        Set<Milestone> missing = missing(loader, scope);
        if (missing.isEmpty() || built.contains(scope) || built.contains(loader)) {
            return;
        }
        boolean byHand = outside.stream().anyMatch(OutsideStep::loads);
        List<String> lacking = new ArrayList<>();
        if (!byHand) {
            lacking.add("Nobody in this workspace writes how " + source.method().tool()
                    + " brings the data in, on which other steps depend: add an emitter that does, or see to it as"
                    + " the runbook says.");
        }
        unstarted(plan, source).ifPresent(lacking::add);
        if (!lacking.isEmpty()) {
            findings.add(Finding.act("method.unhandled", scope, String.join(" ", lacking)));
        }
        if (!byHand && missing.contains(Milestone.LOADED)) {
            steps.add(load(plan, source, scope));
        }
    }

    /** A job that Prefect is said to start, for which nobody writes a deployment. */
    private static Optional<String> unstarted(DataSourcePlan plan, Source source) {
        boolean byPrefect = plan.loader().scheduler() == Scheduler.PREFECT;
        return source.method()
                .run(source, plan.names())
                .filter(run -> byPrefect && run instanceof RemoteJob)
                .map(run -> "Nobody starts its job \"" + ((RemoteJob) run).name()
                        + "\" time and again, which Prefect is to do: add an emitter that sees to it, or say"
                        + " loader.scheduledBy(Scheduler.LOADER) if it starts by itself.");
    }

    /** What other steps wait for and no emitter reaches. */
    private Set<Milestone> missing(Scope loader, Scope source) {
        return BY_THE_WAY_IN.stream()
                .filter(milestone -> is(awaited, milestone, loader, source))
                .filter(milestone -> !is(reached, milestone, loader, source))
                .collect(Collectors.toSet());
    }

    private static boolean is(Set<MilestoneOf> in, Milestone milestone, Scope loader, Scope source) {
        return in.contains(new MilestoneOf(milestone, loader)) || in.contains(new MilestoneOf(milestone, source));
    }

    private static Step outside(Scope scope, OutsideStep step) {
        String id = "outside." + scope + "." + step.id();
        Stage stage = step.loads() ? Stage.FIRST_RUN : Stage.INGESTION;
        Step manual = Step.manual(scope, id, stage, step.title(), step.markdown());
        Step undone = step.wayBack().isBlank()
                ? manual
                : manual.undoneBy(Step.manual(scope, id + ".undo", stage, step.wayBack(), ""));
        return step.loads() ? undone.reaches(Milestone.LOADED) : undone;
    }

    private static Step load(DataSourcePlan plan, Source source, Scope scope) {
        String tables = source.tables().stream()
                .map(Table::name)
                .map(MarkdownText::code)
                .collect(Collectors.joining(", "));
        String schema = plan.names().database() + "." + plan.names().schema(source);
        return Step.manual(
                        scope,
                        "load." + scope,
                        Stage.FIRST_RUN,
                        "Load the data of " + MarkdownText.inline(source.displayName()),
                        how(plan, source) + " Go on when " + tables + " in " + MarkdownText.code(schema)
                                + (source.tables().size() == 1 ? " has rows." : " have rows."))
                .reaches(Milestone.LOADED);
    }

    private static String how(DataSourcePlan plan, Source source) {
        IngestionMethod.Run run = source.method().run(source, plan.names()).orElse(null);
        if (run instanceof PythonCallable callable) {
            return "Run " + MarkdownText.code(callable.module() + "." + callable.function()) + ".";
        }
        if (run instanceof RemoteJob job) {
            return "Start " + MarkdownText.code(job.name()) + " in "
                    + MarkdownText.inline(plan.loader().displayName()) + " and wait until it has completed.";
        }
        return "Set " + MarkdownText.inline(plan.loader().displayName()) + " up and let it load.";
    }
}
