package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.RepositoryView;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.HelperSchema;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;

/**
 * Writes steps 2 and 3 of the runbook: database, service account, warehouse grant and secret container of a new loader;
 * schema and secret container of each source; and step 4 for Snowpipe and for what Airbyte leaves to Terraform.
 * Arguments and module sources are what the repository shows (RB01, RB02).
 */
public final class TerraformEmitter implements Emitter {

    /** The emitter; it has no settings of its own. */
    public TerraformEmitter() {}

    @Override
    public String name() {
        return "terraform";
    }

    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        ExistingTerraform existing = new ExistingTerraform(plan, view);
        Emission blocks = prepared(plan, existing, blocks(plan, existing));
        Emission.Builder out = Emission.builder().all(blocks);
        new DeploySteps(plan, existing, blocks, out).emit();
        new CredentialSteps(plan, existing, out).emit();
        new AirbyteSteps(plan, existing, out).emit();
        new SnowpipeSteps(plan, existing, blocks, out).emit();
        new VerificationSteps(plan, existing, out).emit();
        new FolderFindings(plan, existing, blocks, out).emit();
        return out.build();
    }

    private static Emission prepared(DataSourcePlan plan, ExistingTerraform existing, Emission blocks) {
        Emission.Builder out = Emission.builder().all(blocks);
        new SnowpipePreparation(plan, existing, blocks, out).emit();
        return out.build();
    }

    private static Emission blocks(DataSourcePlan plan, ExistingTerraform existing) {
        Emission.Builder out = Emission.builder();
        if (plan.loader().isNew()) {
            new NewLoader(plan, existing, out).emit();
        } else {
            new ExistingLoader(plan, existing, out).emit();
        }
        if (plan.loader().isNew()) {
            plan.sources().stream()
                    .flatMap(source -> source.method().helperSchemas(source, plan.names()).stream())
                    .filter(HelperSchema::shared)
                    .distinct()
                    .forEach(helper ->
                            SourceSchema.of(helper, plan, existing, out).emit());
        }
        for (Source source : plan.sources()) {
            new SourceSchema(plan, source, existing, out).emit();
            if (!source.method().secrets().isEmpty()) {
                secret(plan, source, existing, out);
            }
        }
        new AirbyteLoader(plan, existing, out).emit();
        new SnowpipeSources(plan, existing, out).emit();
        return new GivenUpAddresses(existing.view).obstructing(out.build());
    }

    private static void secret(DataSourcePlan plan, Source source, ExistingTerraform existing, Emission.Builder out) {
        SecretContainer container = SecretContainer.of(plan, source);
        if (!plan.platform().asWritten(Deviation.SOURCE_SECRET) && container.emit(existing, out)) {
            out.finding(Finding.know(
                    Deviation.SOURCE_SECRET,
                    container.scope(),
                    "The source's own credentials get a container of their own."));
        }
        container.caution(out);
    }
}
