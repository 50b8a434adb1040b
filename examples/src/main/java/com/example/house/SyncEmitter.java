package com.example.house;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.Run.RemoteJob;
import dev.headwater.plan.Source;
import dev.headwater.render.HclString;
import dev.headwater.render.MarkdownText;
import java.util.List;
import java.util.Optional;

/** Has the house's scheduler start jobs: each is an element of a list in a block that somebody else owns. */
public final class SyncEmitter implements Emitter {

    private static final Address.HclElement SCHEDULER =
            new Address.HclBlock("scheduler", "module", List.of("scheduler")).inside();

    @Override
    public String name() {
        return "syncs";
    }

    /** It asks how a source is run, not which method it has. */
    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        Emission.Builder out = Emission.builder();
        for (Source source : plan.sources()) {
            if (source.method().run(source, plan.names()).orElse(null) instanceof RemoteJob job) {
                emit(Scope.loader(plan.loader().name()).source(source.name()), job, view, out);
            }
        }
        return out.build();
    }

    private static void emit(Scope scope, RemoteJob job, RepositoryView view, Emission.Builder out) {
        String element = HclString.encode(job.name());
        out.fragment(Fragment.hclElement(scope, SCHEDULER.element("jobs", element), element));
        if (isPaused(job, view)) {
            out.finding(Finding.act(
                    "sync.paused", scope, "The job " + job.name() + " is paused in paused.yaml: resume it."));
        }
        String merge = "syncs.merge." + scope;
        out.step(Step.merge(scope, merge, Stage.ORCHESTRATION, "Merge the scheduler's pull request", "")
                .covers(SCHEDULER.element("jobs", element))
                .reaches(Milestone.DEPLOYED));
        out.step(Step.manual(
                        scope,
                        "syncs.first." + scope,
                        Stage.FIRST_RUN,
                        "Start " + MarkdownText.code(job.name()) + " once and see that it completes",
                        "In the console.")
                .after(merge)
                .reaches(Milestone.LOADED));
    }

    /** What other people keep may be asked for; what is this emitter's own is not in the view. */
    private static boolean isPaused(RemoteJob job, RepositoryView view) {
        return view.yaml("paused.yaml")
                .items("paused")
                .flatMap(item -> item.value("job").stream())
                .anyMatch(name -> name.string().equals(Optional.of(job.name())));
    }
}
