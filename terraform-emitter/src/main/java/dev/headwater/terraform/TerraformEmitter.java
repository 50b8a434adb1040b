package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;

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
        Surroundings surroundings = new Surroundings(plan, repository);
        Written written = new Written(out, new GivenUpAddresses(surroundings.directories()));
        if (plan.loader().isNew()) {
            new NewLoader(plan, surroundings, written).emit();
        } else {
            new ExistingLoader(plan, surroundings, written).emit();
        }
        for (Source source : plan.sources()) {
            new SourceSchema(plan, source, surroundings, written).emit();
            if (!source.method().secrets().isEmpty()) {
                new SourceSecret(plan, source, surroundings, written).emit();
            }
        }
        new DeploySteps(plan, surroundings, written).emit();
        new CredentialSteps(plan, surroundings, written).emit();
        new VerificationSteps(plan, surroundings, written).emit();
        new FolderFindings(surroundings, Scope.loader(plan.loader().name()), written)
                .check(
                        plan.names().databaseModule(),
                        written.in(surroundings.aws().folder()).length > 0);
    }
}
