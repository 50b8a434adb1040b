package dev.headwater.terraform;

import dev.headwater.read.HclAttribute;
import dev.headwater.read.HclBlock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may use the loaders' warehouse already (RB03): by a grant of its own, or by the warehouse module's list. */
final class WarehouseGrants {

    private static final String GRANT = "snowflake_grant_privileges_to_account_role";

    private final Configuration snowflake;
    private final SharedModules shared;

    WarehouseGrants(Configuration snowflake, SharedModules shared) {
        this.snowflake = snowflake;
        this.shared = shared;
    }

    /**
     * Whether a role has the warehouse by something other than the plan's own grant.
     *
     * @param user module of the user whose role it is
     * @param account name of the user, which is also that of its role
     * @param ownGrant label of the grant that the plan makes
     */
    boolean include(String user, String account, String ownGrant) {
        Pattern role = Pattern.compile("\\bmodule\\." + Pattern.quote(user) + "\\.user_default_role\\b|\"(?i:"
                + Pattern.quote(account) + ")\"");
        boolean byGrant = snowflake.blocks("resource").stream()
                .filter(block ->
                        block.labels().contains(GRANT) && !block.labels().contains(ownGrant))
                .filter(block -> block.blocks().stream().anyMatch(this::isOnTheWarehouse))
                .anyMatch(block -> mentions(block, "account_role_name", role) || mentions(block, "for_each", role));
        return byGrant
                || snowflake.blocks("module").stream()
                        .filter(this::isTheWarehouse)
                        .anyMatch(block -> mentions(block, "warehouse_usage_roles", role));
    }

    private boolean isOnTheWarehouse(HclBlock nested) {
        boolean onWarehouse = nested.attribute("object_type")
                .flatMap(HclAttribute::literal)
                .filter("WAREHOUSE"::equals)
                .isPresent();
        return onWarehouse
                && nested.attribute("object_name")
                        .filter(this::meansTheWarehouse)
                        .isPresent();
    }

    /** A name that only Terraform can work out may be the warehouse's. */
    private boolean meansTheWarehouse(HclAttribute name) {
        Optional<String> literal = name.literal();
        return literal.isPresent()
                ? literal.get().equalsIgnoreCase(shared.warehouseName())
                : !name.expression().startsWith("module.") || name.expression().startsWith(shared.warehouse() + ".");
    }

    private boolean isTheWarehouse(HclBlock module) {
        return module.labels().contains(shared.warehouseModule())
                || module.attribute("warehouse_name")
                        .flatMap(HclAttribute::literal)
                        .filter(shared.warehouseName()::equalsIgnoreCase)
                        .isPresent();
    }

    private static boolean mentions(HclBlock block, String attribute, Pattern role) {
        return block.attribute(attribute)
                .filter(value -> role.matcher(value.expression()).find())
                .isPresent();
    }
}
