package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Folder;

/**
 * Writes steps 2 and 3 of the runbook: database, service account, warehouse grant and secret container of a new loader;
 * schema and secret container of each source. Arguments and module sources are what the repository shows (RB01, RB02).
 */
public final class TerraformEmitter implements Emitter {

    /** The emitter; it has no settings of its own. */
    public TerraformEmitter() {}

    @Override
    public String name() {
        return "terraform";
    }

    @Override
    public void emit(DataSourcePlan plan, Repository repository, Emission out) {
        Configuration snowflake = new Configuration(repository, plan.platform().folder(Folder.SNOWFLAKE_CONFIG));
        Configuration aws = new Configuration(repository, plan.platform().folder(Folder.AWS_CONFIG));
        Written written = new Written(out);
        if (plan.loader().isNew()) {
            new NewLoader(plan, snowflake, aws, written).emit();
        } else {
            new ExistingLoader(plan, snowflake, written).emit();
        }
        for (Source source : plan.sources()) {
            new SourceSchema(plan, source, snowflake, written).emit();
            if (!source.method().secrets().isEmpty()) {
                new SourceSecret(plan, source, aws, written).emit();
            }
        }
        new DeploySteps(plan, written).emit();
        new CredentialSteps(plan, snowflake, written).emit();
        new VerificationSteps(plan, written).emit();
    }
}
