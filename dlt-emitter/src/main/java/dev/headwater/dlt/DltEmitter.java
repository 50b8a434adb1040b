package dev.headwater.dlt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.RepositoryView;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;

/**
 * Writes step 4 of the runbook for sources that dlt reads: the source, its pipeline, and where its credentials come
 * from.
 */
public final class DltEmitter implements Emitter {

    /** The emitter; it has no settings of its own. */
    public DltEmitter() {}

    @Override
    public String name() {
        return "dlt";
    }

    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        Emission.Builder out = Emission.builder();
        for (Source source : plan.sources()) {
            if (source.method() instanceof RestApi api) {
                new RestSource(plan, source, api, out).emit();
                new DltFindings(plan, source, api, view, out).emit();
                new DltSteps(plan, source, view.name(), out).emit();
            }
        }
        return out.build();
    }
}
