package dev.headwater.dlt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.RepositoryView;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;

/**
 * Writes step 4 of the runbook for sources that dlt reads: the source, its pipeline into Snowflake or into the bucket
 * from which Snowpipe loads, and where its credentials come from.
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
            Destination.api(source).ifPresent(api -> {
                Destination destination = new Destination(plan, source);
                new RestSource(plan, source, api, destination, out).emit();
                new DltFindings(plan, source, api, destination, view, out).emit();
                new DltSteps(plan, source, destination, view.name(), out).emit();
            });
        }
        return out.build();
    }
}
