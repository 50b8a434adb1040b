package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.render.HclString;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may use the loaders' warehouse already (RB03): by a grant, or by the warehouse module's list. */
final class WarehouseGrants {

    static final String TYPE = "snowflake_grant_privileges_to_account_role";

    private final Configuration snowflake;
    private final DataSourcePlan plan;
    private final String warehouse;

    WarehouseGrants(Configuration snowflake, DataSourcePlan plan, PlanReferences references) {
        this.snowflake = snowflake;
        this.plan = plan;
        this.warehouse = references.warehouse().text();
    }

    /** Whether the loader's role, which is called as its user, has the warehouse by something other than our grant. */
    boolean include(String account) {
        boolean byGrant = snowflake.resources(TYPE).stream()
                .map(LocatedBlock::block)
                .filter(block -> block.blocks().stream().anyMatch(this::isOnTheWarehouse))
                .anyMatch(block -> names(block, "account_role_name", account) || names(block, "for_each", account));
        return byGrant
                || snowflake.blocks("module").stream()
                        .filter(this::isTheWarehouse)
                        .anyMatch(module -> names(module.block(), "warehouse_usage_roles", account));
    }

    private boolean isOnTheWarehouse(HclBlock nested) {
        boolean onWarehouse = nested.attribute("object_type")
                .flatMap(HclAttribute::literal)
                .filter("WAREHOUSE"::equals)
                .isPresent();
        return onWarehouse
                && nested.attribute("object_name")
                        .map(HclAttribute::value)
                        .filter(this::meansTheWarehouse)
                        .isPresent();
    }

    /** A name that only Terraform can work out may be the warehouse's. */
    private boolean meansTheWarehouse(HclExpression name) {
        boolean isOfModule = name instanceof Reference reference && reference.startsWith("module");
        return name.string()
                .map(plan.platform().warehouse()::equalsIgnoreCase)
                .orElse(!isOfModule || name.text().startsWith(warehouse.substring(0, warehouse.lastIndexOf('.') + 1)));
    }

    private boolean isTheWarehouse(LocatedBlock module) {
        return warehouse.startsWith(module.address() + ".")
                || module.literal("warehouse_name")
                        .filter(plan.platform().warehouse()::equalsIgnoreCase)
                        .isPresent();
    }

    /** The provider of most grants that others make; empty when there are none. */
    Optional<String> provider() {
        Map<String, Long> counts = snowflake.resources(TYPE).stream()
                .flatMap(grant -> grant.value("provider").stream())
                .collect(Collectors.groupingBy(HclExpression::text, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Whether a value, or one that stands in it, is the role: by its name, or by its user's module. */
    private boolean names(HclBlock block, String attribute, String account) {
        return block.attribute(attribute).stream()
                .flatMap(value -> all(value.value()))
                .anyMatch(value -> isRole(value, account));
    }

    private boolean isRole(HclExpression value, String account) {
        String user = plan.names().userModule().orElse("");
        if (value instanceof Raw raw) {
            // What only Terraform can work out may be the role, wherever it is written in it.
            return raw.text().toUpperCase(Locale.ROOT).contains(HclString.encode(account.toUpperCase(Locale.ROOT)))
                    || raw.text().contains("module." + user + ".user_default_role");
        }
        return value.string().filter(account::equalsIgnoreCase).isPresent()
                || value instanceof Reference reference && reference.startsWith("module", user, "user_default_role");
    }

    private static Stream<HclExpression> all(HclExpression value) {
        return Stream.concat(Stream.of(value), value.parts().stream().flatMap(WarehouseGrants::all));
    }
}
