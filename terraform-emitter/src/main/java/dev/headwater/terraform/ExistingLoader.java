package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.plan.DataSourcePlan;

/** A loader that the repository must have already: nothing of it is touched. */
final class ExistingLoader extends PlanPart {

    private static final String MEND = "; add it, correct the loader's name, make the loader new with asNew(), or, when"
            + " the configuration lies elsewhere, say where with"
            + " Platform.runbook().with(p -> p.folder(Folder.SNOWFLAKE_CONFIG, \"...\")).";

    ExistingLoader(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        require(existing.databases, names.databaseModule(), names.database(), "The schema goes into its database");
        names.userModule().ifPresent(user -> {
            String account = names.serviceAccount().orElseThrow();
            require(existing.users, user, account, "It loads the data");
            if (snowflake.module(user).isPresent()) {
                new WarehouseGrant(plan, existing, account, out).emit();
            }
        });
        new SecretPolicies(plan, existing, out).emit();
    }

    private void require(DeclaredObjects others, String label, String name, String why) {
        String mend = others.maker(name)
                .filter(other -> other.block().type().equals("module"))
                .map(other -> "; " + other.shown() + " makes " + name + ": rename it to module." + label
                        + " with a moved block.")
                .orElse(MEND);
        out.require(module(label), why + mend);
    }
}
