package dev.headwater.prefect;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.plan.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes step 5 of the runbook for sources that a Python pipeline or a sync of Airbyte loads: the flow, its deployment,
 * and the first run.
 */
public final class PrefectEmitter implements Emitter {

    /** The emitter; it has no settings of its own. */
    public PrefectEmitter() {}

    @Override
    public String name() {
        return "prefect";
    }

    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        Emission.Builder out = Emission.builder();
        if (plan.loader().scheduler() != Scheduler.PREFECT) {
            return out.build();
        }
        Deployments deployments = Deployments.of(view);
        Map<Source, FlowFile> flows = new LinkedHashMap<>();
        plan.sources()
                .forEach(source -> FlowFile.of(plan, source, view.name()).ifPresent(flow -> flows.put(source, flow)));
        StartTimes starts = new StartTimes(plan, flows.keySet(), deployments);
        flows.forEach((source, flow) -> new SourceFlow(plan, source, flow, deployments, starts, out).emit());
        if (!flows.isEmpty()) {
            findings(Scope.loader(plan.loader().name()), deployments, view, out);
        }
        return out.build();
    }

    private static void findings(Scope scope, Deployments deployments, RepositoryView view, Emission.Builder out) {
        if (deployments.pullFromNowhere()) {
            out.finding(Finding.act(
                    "prefect.pull",
                    scope,
                    "A new " + Deployments.FILE + " pulls from " + deployments.nowhere()
                            + ": name your repository, and its access token if it is private, or no run finds the"
                            + " code."));
        }
        deployments
                .repeatedKeys()
                .forEach(key -> out.finding(Finding.act(
                        "prefect.key-twice",
                        scope,
                        Deployments.FILE + ", line " + key.line() + ": the key \"" + key.text()
                                + "\" is written twice in one mapping, and Prefect takes the last without a word:"
                                + " remove one.")));
        if (view.text("prefect.yml").isPresent()) {
            out.finding(Finding.act(
                    "prefect.yml",
                    scope,
                    "Prefect reads " + Deployments.FILE
                            + " and never prefect.yml: move what stands there, or it is not deployed."));
        }
    }
}
