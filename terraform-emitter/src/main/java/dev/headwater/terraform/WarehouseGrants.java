package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who may use the loaders' warehouse already (RB03): by a grant, or by the warehouse module's list. */
final class WarehouseGrants {

    static final String TYPE = "snowflake_grant_privileges_to_account_role";

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
     */
    boolean include(String user, String account) {
        Pattern role = Pattern.compile("\\bmodule\\." + Pattern.quote(user) + "\\.user_default_role\\b|\"(?i:"
                + Pattern.quote(account) + ")\"");
        boolean byGrant = snowflake.resources(TYPE).stream()
                .map(LocatedBlock::block)
                .filter(block -> block.blocks().stream().anyMatch(this::isOnTheWarehouse))
                .anyMatch(block -> mentions(block, "account_role_name", role) || mentions(block, "for_each", role));
        return byGrant
                || snowflake.blocks("module").stream()
                        .filter(this::isTheWarehouse)
                        .anyMatch(module -> mentions(module.block(), "warehouse_usage_roles", role));
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

    private boolean isTheWarehouse(LocatedBlock module) {
        return shared.warehouse().equals("module." + module.label())
                || module.literal("warehouse_name")
                        .filter(shared.warehouseName()::equalsIgnoreCase)
                        .isPresent();
    }

    /** The provider of most grants that others make; empty when there are none. */
    Optional<String> provider() {
        Map<String, Long> counts = snowflake.resources(TYPE).stream()
                .flatMap(grant -> grant.expression("provider").stream())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static boolean mentions(HclBlock block, String attribute, Pattern role) {
        return block.attribute(attribute)
                .filter(value -> role.matcher(value.expression()).find())
                .isPresent();
    }
}
