package dev.headwater.terraform;

import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Deviation;
import dev.headwater.render.HclString;
import dev.headwater.terraform.PlanReferences.Expression;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * RB03: without a grant the loader's role has no warehouse. Others may have given it already, by a grant or by the
 * warehouse module's list.
 */
final class WarehouseGrant extends PlanPart {

    private static final String TYPE = "snowflake_grant_privileges_to_account_role";

    private static final String SECURITY_ADMIN = "snowflake.security_admin";

    private final String account;
    private final Expression warehouse;

    /** @param account the loader's user, as which its role is called */
    WarehouseGrant(DataSourcePlan plan, ExistingTerraform existing, String account, Emission.Builder out) {
        super(plan, existing, out);
        this.account = account;
        this.warehouse = references.warehouse;
    }

    @Override
    void emit() {
        if (platform.asWritten(Deviation.WAREHOUSE_GRANT) || isThere()) {
            return;
        }
        String label = names.warehouseGrant().orElseThrow();
        if (plan.loader().isNew()) {
            add(label);
            out.finding(Finding.know(
                    Deviation.WAREHOUSE_GRANT,
                    loader,
                    "The runbook gives " + account + " no warehouse, so a grant on it is added."));
        } else {
            out.finding(Finding.act(
                    Deviation.WAREHOUSE_GRANT,
                    loader,
                    "Nothing in " + snowflake.shownFolder() + " lets " + account + " use the warehouse "
                            + platform.warehouse() + ": add a grant such as " + label + ", if its loads run there."));
        }
    }

    private void add(String label) {
        Optional<String> shown = provider()
                .or(() -> snowflake.contract("snowflake_user").calls.providers.map(by -> by.get(SECURITY_ADMIN)));
        RootProviders root = new RootProviders(snowflake);
        String provider = shown.orElseGet(() -> root.likely(SECURITY_ADMIN));
        root.finding(TYPE + "." + label, provider, shown.orElse(SECURITY_ADMIN), loader)
                .ifPresent(out::finding);
        Expression role = references.loaderRole();
        String text = Templates.WAREHOUSE_GRANT.render(
                Map.of("label", label, "provider", provider, "role", role.text(), "warehouse", warehouse.text()));
        out.fragment(Fragment.hclBlock(loader, snowflake.file("users.tf"), text)
                .obstructedBy(role.obstacles())
                .obstructedBy(warehouse.obstacles()));
    }

    private boolean isThere() {
        boolean byGrant = snowflake.resources(TYPE).stream()
                .map(LocatedBlock::block)
                .filter(block -> block.blocks().stream().anyMatch(this::isOnTheWarehouse))
                .anyMatch(block -> names(block, "account_role_name") || names(block, "for_each"));
        return byGrant
                || snowflake.blocks("module").stream()
                        .filter(this::isTheWarehouse)
                        .anyMatch(module -> names(module.block(), "warehouse_usage_roles"));
    }

    private boolean isOnTheWarehouse(HclBlock nested) {
        LocatedBlock object = new LocatedBlock("", nested);
        return object.literal("object_type").stream().anyMatch("WAREHOUSE"::equals)
                && object.value("object_name").stream().anyMatch(this::meansTheWarehouse);
    }

    /** A name that only Terraform can work out may be the warehouse's. */
    private boolean meansTheWarehouse(HclExpression name) {
        boolean isOfModule = name instanceof Reference reference && reference.startsWith("module");
        return name.string()
                .map(platform.warehouse()::equalsIgnoreCase)
                .orElse(!isOfModule || name.text().startsWith(warehouse.text().replaceAll("[^.]+$", "")));
    }

    private boolean isTheWarehouse(LocatedBlock module) {
        return warehouse.text().startsWith(module.address() + ".")
                || module.literal("warehouse_name").stream().anyMatch(platform.warehouse()::equalsIgnoreCase);
    }

    /** The provider of most grants that others make; empty when there are none. */
    private Optional<String> provider() {
        Map<String, Long> counts = snowflake.resources(TYPE).stream()
                .flatMap(grant -> grant.value("provider").stream())
                .collect(Collectors.groupingBy(HclExpression::text, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Whether a value, or one that stands in it, is the role: by its name, or by its user's module. */
    private boolean names(HclBlock block, String attribute) {
        return block.attribute(attribute).stream()
                .flatMap(value -> all(value.value()))
                .anyMatch(this::isRole);
    }

    private boolean isRole(HclExpression value) {
        String user = names.userModule().orElse("");
        if (value instanceof Raw raw) {
            // What only Terraform can work out may be the role, wherever it is written in it.
            return raw.text().toUpperCase(Locale.ROOT).contains(HclString.encode(account.toUpperCase(Locale.ROOT)))
                    || raw.text().contains("module." + user + ".user_default_role");
        }
        return value.string().filter(account::equalsIgnoreCase).isPresent()
                || value instanceof Reference reference && reference.startsWith("module", user, "user_default_role");
    }

    private static Stream<HclExpression> all(HclExpression value) {
        return Stream.concat(Stream.of(value), value.parts().stream().flatMap(WarehouseGrant::all));
    }
}
