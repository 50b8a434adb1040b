package dev.headwater.prefect;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.plan.Source;

/** Writes step 5 of the runbook for sources that a dlt pipeline loads: the flow, its deployment, and the first run. */
public final class PrefectEmitter implements Emitter {

    /** The emitter; it has no settings of its own. */
    public PrefectEmitter() {}

    @Override
    public String name() {
        return "prefect";
    }

    @Override
    public void emit(DataSourcePlan plan, Repository repository, Emission out) {
        if (plan.loader().scheduler() != Scheduler.PREFECT) {
            return;
        }
        for (Source source : plan.sources()) {
            if (source.method().tool().equals("dlt")) {
                new PipelineFlow(plan, source, repository, out).emit();
            }
        }
    }
}
