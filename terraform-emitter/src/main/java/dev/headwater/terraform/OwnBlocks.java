package dev.headwater.terraform;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.read.HclBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Blocks that the plan itself wants. Nothing is learned from them, so that they change nothing once they are there. */
final class OwnBlocks {

    static final String SECRET = "aws_secretsmanager_secret";
    static final String GRANT = "snowflake_grant_privileges_to_account_role";

    private final Set<List<String>> labels = new HashSet<>();

    OwnBlocks(DataSourcePlan plan) {
        Names names = plan.names();
        if (plan.loader().isNew()) {
            labels.add(List.of(names.databaseModule()));
            labels.add(List.of(SECRET, names.loaderSecretResource()));
            names.userModule().ifPresent(user -> labels.add(List.of(user)));
            names.warehouseGrant().ifPresent(grant -> labels.add(List.of(GRANT, grant)));
        }
        for (Source source : plan.sources()) {
            labels.add(List.of(names.schemaModule(source)));
            labels.add(List.of(SECRET, names.sourceSecretResource(source)));
        }
    }

    boolean include(HclBlock block) {
        boolean written = block.type().equals("module") || block.type().equals("resource");
        return written && labels.contains(block.labels());
    }
}
