package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import java.util.List;

/** Step 4 for Snowpipe: for each source how its bucket is read, its pipes, and who tells them of new files. */
final class SnowpipeSources extends PlanPart {

    SnowpipeSources(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        List<Source> sources = plan.sources().stream()
                .filter(source -> source.method() instanceof Snowpipe)
                .toList();
        if (!sources.isEmpty()
                && plan.loader().isNew()
                && names.serviceAccount().isEmpty()) {
            out.finding(Finding.know(
                    Deviation.LOADER_ACCOUNT,
                    loader,
                    "The loader has no service account, because a pipe runs as its owner."));
        }
        sources.forEach(source -> emit(source, (Snowpipe<?>) source.method()));
        if (!sources.isEmpty()) {
            new SnowpipeProvider(plan, existing, out).emit();
        }
    }

    private void emit(Source source, Snowpipe<?> snowpipe) {
        new SnowpipeResources(plan, source, snowpipe, existing, out).emit();
        new BucketNotification(plan, source, snowpipe, existing, out).emit();
    }
}
