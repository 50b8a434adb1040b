package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Names;
import dev.headwater.platform.Folder;
import dev.headwater.render.HclString;
import java.util.Locale;
import java.util.Map;

/** Step 2: what a new loader needs. */
final class NewLoader {

    private final Loader loader;
    private final Names names;
    private final Configuration snowflake;
    private final Emission out;
    private final Scope scope;
    private final String awsFolder;
    private final String warehouse;
    private final String reader;

    NewLoader(DataSourcePlan plan, Configuration snowflake, Emission out) {
        this.loader = plan.loader();
        this.names = plan.names();
        this.snowflake = snowflake;
        this.out = out;
        this.scope = Scope.loader(loader.name());
        this.awsFolder = plan.platform().folder(Folder.AWS_CONFIG);
        this.warehouse = "module.warehouse_" + plan.platform().warehouse().toLowerCase(Locale.ROOT);
        this.reader = "module.role_" + plan.platform().sourcesReaderRole().toLowerCase(Locale.ROOT);
    }

    void emit() {
        database();
        names.userModule().ifPresent(user -> {
            user(user);
            warehouseGrant("module." + user);
            secret();
        });
    }

    /** Step 2a. */
    private void database() {
        ModuleContract contract = new ModuleContract("snowflake_database", snowflake);
        String text = Templates.DATABASE.render(Map.of(
                "label", names.databaseModule(),
                "source", HclString.encode(contract.source()),
                "providers", Hcl.providers(contract.providers("snowflake.sys_admin", "snowflake.security_admin")),
                "database_name", HclString.encode(names.database()),
                "database_comment", HclString.encode("Raw data loaded by " + loader.displayName() + "."),
                "reader", reader,
                "writers",
                        Hcl.list(
                                "grant_writer_to_account_roles",
                                names.userModule().stream()
                                        .map(user -> "module." + user + ".user_default_role")
                                        .toList())));
        out.fragment(Fragment.hclBlock(scope, snowflake.folder() + "/databases.tf", text)
                .holdingData());
        new ContractFindings(scope, out).check(contract, text);
    }

    /** Step 2b. */
    private void user(String label) {
        ModuleContract contract = new ModuleContract("snowflake_user", snowflake);
        String account = names.serviceAccount().orElseThrow();
        String text = Templates.USER.render(Map.of(
                "label", label,
                "source", HclString.encode(contract.source()),
                "providers", Hcl.providers(contract.providers("snowflake.security_admin", "snowflake.user_admin")),
                "user_name", HclString.encode(account),
                "user_display_name", HclString.encode(loader.displayName() + " Service Account"),
                "user_comment", HclString.encode("Service account for " + loader.displayName() + " data loading."),
                "warehouse", warehouse));
        out.fragment(Fragment.hclBlock(scope, snowflake.folder() + "/users.tf", text));
        new ContractFindings(scope, out).check(contract, text);
        String keyVariable = contract.nameOf("user_rsa_public_key", "rsa_public_key");
        out.finding(
                contract.takes(keyVariable)
                        ? Finding.act(
                                "RB06",
                                scope,
                                "Put the public key of " + account + " into the argument " + keyVariable
                                        + " of its module: a key set by ALTER USER is unset by the next apply.")
                        : Finding.act(
                                "RB06",
                                scope,
                                "The user module has no variable for the public key: provider 0.99 unsets a key that was"
                                        + " set by ALTER USER at the next apply. Check with DESC USER " + account
                                        + " after every apply, or give the module a variable."));
    }

    /** RB03: without it the loader's role has no warehouse. */
    private void warehouseGrant(String user) {
        String label = names.warehouseGrant().orElseThrow();
        if (snowflake.isInUsageRoles(user)) {
            return;
        }
        String text = Templates.WAREHOUSE_GRANT.render(Map.of("label", label, "user", user, "warehouse", warehouse));
        out.fragment(Fragment.hclBlock(scope, snowflake.folder() + "/users.tf", text));
        out.finding(Finding.know(
                "RB03",
                scope,
                "The runbook gives " + names.serviceAccount().orElseThrow()
                        + " no warehouse; a grant on it is added."));
    }

    /** Step 2c. */
    private void secret() {
        String text = Templates.SECRET.render(Map.of(
                "label", names.loaderSecretResource(),
                "name", HclString.encode(names.loaderSecret()),
                "description",
                        HclString.encode("Snowflake credentials for "
                                + names.serviceAccount().orElseThrow() + ".")));
        out.fragment(Fragment.hclBlock(scope, awsFolder + "/secrets.tf", text));
        out.finding(Finding.know(
                "RB07",
                scope,
                "The runbook's JSON for the secret is invalid and has other keys; it is stored with the keys "
                        + String.join(", ", loader.credentialFields()) + "."));
        out.finding(Finding.act(
                "RB08",
                scope,
                "Allow secretsmanager:GetSecretValue on secret:" + loader.name()
                        + "/* in the IAM policies of the worker and of CI: they do not cover a new prefix."));
        if (snowflake.blocks("module").stream()
                .noneMatch(block -> block.labels().contains(moduleName(warehouse)))) {
            undeclared(warehouse);
        }
        if (snowflake.blocks("module").stream()
                .noneMatch(block -> block.labels().contains(moduleName(reader)))) {
            undeclared(reader);
        }
    }

    private static String moduleName(String reference) {
        return reference.substring("module.".length());
    }

    private void undeclared(String reference) {
        out.finding(Finding.act(
                "terraform.undeclared",
                scope,
                reference + " is not in " + snowflake.folder() + ": name the platform's own warehouse and role with"
                        + " Platform.with, or declare it."));
    }
}
