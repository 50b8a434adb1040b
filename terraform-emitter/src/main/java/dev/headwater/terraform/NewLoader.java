package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Names;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Map;

/** Step 2: what a new loader needs. */
final class NewLoader {

    private final DataSourcePlan plan;
    private final Loader loader;
    private final Names names;
    private final SharedModules shared;
    private final Configuration snowflake;
    private final Configuration aws;
    private final Emission out;
    private final Scope scope;

    NewLoader(DataSourcePlan plan, Configuration snowflake, Configuration aws, Emission out) {
        this.plan = plan;
        this.loader = plan.loader();
        this.names = plan.names();
        this.shared = new SharedModules(plan.platform());
        this.snowflake = snowflake;
        this.aws = aws;
        this.out = out;
        this.scope = Scope.loader(loader.name());
    }

    void emit() {
        database();
        shared.check(shared.readerModule(), snowflake, scope, out);
        names.userModule().ifPresent(user -> {
            user(user);
            warehouseGrant(user);
            shared.check(shared.warehouseModule(), snowflake, scope, out);
            secret();
        });
        if (makesSecrets(plan)) {
            out.finding(Finding.act(
                    "RB08",
                    scope,
                    "The IAM policies of the worker and of CI do not cover secrets below " + loader.name()
                            + "/: extend them as the step says, or neither reads them."));
        }
    }

    /** Whether a plan is the first to store secrets below its loader's prefix. */
    static boolean makesSecrets(DataSourcePlan plan) {
        return plan.loader().isNew()
                && (plan.names().serviceAccount().isPresent()
                        || plan.sources().stream()
                                .anyMatch(source -> !source.method().secrets().isEmpty()));
    }

    /** Step 2a. */
    private void database() {
        ModuleContract contract = new ModuleContract("snowflake_database", snowflake, List.of(names.databaseModule()));
        String text = Templates.DATABASE.render(Map.of(
                "label", names.databaseModule(),
                "source", HclString.encode(contract.source()),
                "providers", Hcl.providers(contract.providers("snowflake.sys_admin", "snowflake.security_admin")),
                "database_name", HclString.encode(names.database()),
                "database_comment", HclString.encode("Raw data loaded by " + loader.name() + "."),
                "reader", shared.reader(),
                "writers",
                        Hcl.list(
                                "grant_writer_to_account_roles",
                                names.userModule().stream()
                                        .map(user -> "module." + user + ".user_default_role")
                                        .toList())));
        out.fragment(
                Fragment.hclBlock(scope, snowflake.file("databases.tf"), text).holdingData());
        new ContractFindings(scope, out).check(contract, text);
    }

    /** Step 2b. */
    private void user(String label) {
        UserKey key = new UserKey(plan, snowflake);
        ModuleContract contract = key.contract();
        String account = names.serviceAccount().orElseThrow();
        String text = Templates.USER.render(Map.of(
                "label", label,
                "source", HclString.encode(contract.source()),
                "providers", Hcl.providers(contract.providers("snowflake.security_admin", "snowflake.user_admin")),
                "user_name", HclString.encode(account),
                "user_display_name", HclString.encode(titled() + " Service Account"),
                "user_comment", HclString.encode("Service account for " + loader.name() + " data loading."),
                "warehouse", shared.warehouse()));
        out.fragment(Fragment.hclBlock(scope, snowflake.file("users.tf"), text));
        new ContractFindings(scope, out).check(contract, text);
        out.finding(Finding.act("RB06", scope, key.advice(account)));
    }

    /** {@code <Loader>} of the runbook: the display name, else the name with a capital. */
    private String titled() {
        return loader.displayName().equals(loader.name())
                ? Character.toUpperCase(loader.name().charAt(0)) + loader.name().substring(1)
                : loader.displayName();
    }

    /** RB03: without it the loader's role has no warehouse. */
    private void warehouseGrant(String user) {
        String label = names.warehouseGrant().orElseThrow();
        String account = names.serviceAccount().orElseThrow();
        if (new WarehouseGrants(snowflake, shared).include(user, account, label)) {
            return;
        }
        String text = Templates.WAREHOUSE_GRANT.render(
                Map.of("label", label, "user", "module." + user, "warehouse", shared.warehouse()));
        out.fragment(Fragment.hclBlock(scope, snowflake.file("users.tf"), text));
        out.finding(Finding.know(
                "RB03", scope, "The runbook gives " + account + " no warehouse, so a grant on it is added."));
    }

    /** Step 2c. */
    private void secret() {
        String account = names.serviceAccount().orElseThrow();
        String text = Templates.SECRET.render(Map.of(
                "label", names.loaderSecretResource(),
                "name", HclString.encode(names.loaderSecret()),
                "description", HclString.encode("Snowflake credentials for " + account + ".")));
        out.fragment(Fragment.hclBlock(scope, aws.file("secrets.tf"), text));
        out.finding(Finding.know(
                "RB07",
                scope,
                "The runbook's JSON for the secret is invalid and has other keys, so it is stored with the keys "
                        + String.join(", ", loader.credentialFields()) + "."));
    }
}
