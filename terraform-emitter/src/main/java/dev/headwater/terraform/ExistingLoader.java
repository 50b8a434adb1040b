package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.platform.Deviation;
import java.util.List;

/** A loader that the repository must have already: nothing of it is touched. */
final class ExistingLoader {

    private static final String MEND = "; add it, correct the loader's name, make the loader new with asNew(), or, when"
            + " the configuration lies elsewhere, say where with"
            + " Platform.runbook().with(p -> p.folder(Folder.SNOWFLAKE_CONFIG, \"...\")).";

    private final DataSourcePlan plan;
    private final String loader;
    private final Names names;
    private final SharedModules shared;
    private final Configuration snowflake;
    private final Emission.Builder out;

    ExistingLoader(DataSourcePlan plan, ExistingTerraform surroundings, Emission.Builder out) {
        this.plan = plan;
        this.loader = plan.loader().name();
        this.names = plan.names();
        this.shared = surroundings.shared();
        this.snowflake = surroundings.snowflake();
        this.out = out;
    }

    void emit() {
        require("database", names.databaseModule(), names.database(), "The schema goes into its database");
        names.userModule().ifPresent(user -> {
            String account = names.serviceAccount().orElseThrow();
            require("user", user, account, "It loads the data");
            if (snowflake.module(user).isPresent() && !plan.platform().asWritten(Deviation.WAREHOUSE_GRANT)) {
                warehouseGrant(user, account);
            }
        });
    }

    private void warehouseGrant(String user, String account) {
        if (!new WarehouseGrants(snowflake, shared).include(user, account)) {
            out.finding(Finding.act(
                    Deviation.WAREHOUSE_GRANT,
                    Scope.loader(loader),
                    "Nothing in " + Folders.shown(snowflake.folder()) + " lets " + account + " use the warehouse "
                            + shared.warehouseName() + ": add a grant such as "
                            + names.warehouseGrant().orElseThrow() + ", if its loads run there."));
        }
    }

    private void require(String kind, String label, String name, String why) {
        String mend = snowflake.modulesThatMake(kind, name).stream()
                .findFirst()
                .map(other -> "; " + other.shown() + " makes " + name + ": rename it to module." + label
                        + " with a moved block.")
                .orElse(MEND);
        out.require(new Address.HclBlock(snowflake.folder(), "module", List.of(label)), why + mend);
    }
}
