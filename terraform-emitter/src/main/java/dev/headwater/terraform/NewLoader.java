package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Names;
import dev.headwater.platform.Deviation;
import dev.headwater.render.HclString;
import dev.headwater.terraform.PlanReferences.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 2: what a new loader needs. */
final class NewLoader {

    private static final String SECURITY_ADMIN = "snowflake.security_admin";
    private static final Set<String> OF_DATABASE = Set.of(
            "database_name", "database_comment", "grant_reader_to_account_roles", "grant_writer_to_account_roles");
    private static final Set<String> OF_USER = Set.of(
            "user_name",
            "user_display_name",
            "user_comment",
            "user_is_service_account",
            "user_create_dedicated_role",
            "user_default_warehouse",
            "user_default_role",
            "user_additional_roles",
            "user_email",
            "user_first_name",
            "user_last_name",
            "user_rsa_public_key",
            "rsa_public_key");

    private final DataSourcePlan plan;
    private final Loader loader;
    private final Names names;
    private final ExistingTerraform surroundings;
    private final PlanReferences references;
    private final Configuration snowflake;
    private final Emission.Builder out;
    private final Scope scope;

    NewLoader(DataSourcePlan plan, ExistingTerraform surroundings, Emission.Builder out) {
        this.plan = plan;
        this.loader = plan.loader();
        this.names = plan.names();
        this.surroundings = surroundings;
        this.references = surroundings.references();
        this.snowflake = surroundings.snowflake();
        this.out = out;
        this.scope = Scope.loader(loader.name());
    }

    void emit() {
        database();
        names.userModule().ifPresent(user -> {
            references.warehouse().findings().forEach(out::finding);
            user(user);
            warehouseGrant();
            secret();
        });
        if (needsPolicies(plan)) {
            out.finding(Finding.act(
                    Deviation.SECRET_POLICY,
                    scope,
                    "The IAM policies of the worker and of CI do not cover secrets below " + loader.name()
                            + "/: extend them as the step says, or neither reads them; or, where they cover a prefix"
                            + " for all loaders, name that."));
        }
    }

    /** Whether a plan is the first to store secrets below its loader's prefix, and no other prefix covers them. */
    static boolean needsPolicies(DataSourcePlan plan) {
        return plan.loader().isNew()
                && plan.platform().secretPrefix().isEmpty()
                && (plan.names().serviceAccount().isPresent()
                        || plan.sources().stream()
                                .anyMatch(source -> !source.method().secrets().isEmpty()));
    }

    /** Step 2a. */
    private void database() {
        ModuleContract contract = surroundings.databaseModule();
        Map<String, String> providers = contract.providers("snowflake.sys_admin", "snowflake.security_admin");
        Optional<Expression> role = names.userModule().map(any -> references.loaderRole());
        String text = Templates.DATABASE.render(Map.of(
                "label", names.databaseModule(),
                "origin", Hcl.aligned(contract.origin()),
                "providers", Hcl.providers(providers),
                "database_name", HclString.encode(names.database()),
                "database_comment", HclString.encode("Raw data loaded by " + loader.name() + "."),
                "copied", Hcl.paragraph(contract.copied(OF_DATABASE)),
                "reader", references.reader().text(),
                "writers",
                        Hcl.list(
                                "grant_writer_to_account_roles",
                                role.stream().map(Expression::text).toList())));
        FittedCall call = fitted(contract, text, OF_DATABASE, providers);
        out.fragment(Fragment.hclBlock(scope, snowflake.file("databases.tf"), call.text())
                .holdingData()
                .obstructedBy(call.obstacles())
                .obstructedBy(role.map(Expression::obstacles).orElse(List.of()))
                .obstructedBy(references.reader().obstacles())
                .obstructedBy(new AlreadyThere(
                                surroundings.databases(),
                                "database",
                                names.database(),
                                "module." + names.databaseModule())
                        .obstaclesOfNew()));
        references.reader().findings().forEach(out::finding);
    }

    private FittedCall fitted(ModuleContract contract, String text, Set<String> known, Map<String, String> providers) {
        FittedCall call =
                FittedCall.of(contract, text, new ProviderFindings(snowflake, scope, out).check(contract, providers));
        new ContractFindings(snowflake, scope, out).check(contract, call.text(), known);
        return call;
    }

    /** Step 2b. */
    private void user(String label) {
        ModuleContract contract = surroundings.userModule();
        Map<String, String> providers = contract.providers(SECURITY_ADMIN, "snowflake.user_admin");
        String account = names.serviceAccount().orElseThrow();
        String text = Templates.USER.render(Map.of(
                "label", label,
                "origin", Hcl.aligned(contract.origin()),
                "providers", Hcl.providers(providers),
                "user_name", HclString.encode(account),
                "user_display_name", HclString.encode(titled() + " Service Account"),
                "user_comment", HclString.encode("Service account for " + loader.name() + " data loading."),
                "copied", Hcl.paragraph(contract.copied(OF_USER)),
                "warehouse", references.warehouse().text()));
        FittedCall call = fitted(contract, text, OF_USER, providers);
        out.fragment(Fragment.hclBlock(scope, snowflake.file("users.tf"), call.text())
                .obstructedBy(call.obstacles())
                .obstructedBy(references.warehouse().obstacles())
                .obstructedBy(
                        new AlreadyThere(surroundings.users(), "user", account, "module." + label).obstaclesOfNew()));
        out.finding(Finding.act(Deviation.USER_KEY, scope, new UserKey(surroundings).advice(account)));
    }

    /** {@code <Loader>} of the runbook: the display name, else the name with a capital. */
    private String titled() {
        return loader.displayName().equals(loader.name())
                ? Character.toUpperCase(loader.name().charAt(0)) + loader.name().substring(1)
                : loader.displayName();
    }

    /** RB03: without it the loader's role has no warehouse. */
    private void warehouseGrant() {
        String label = names.warehouseGrant().orElseThrow();
        String account = names.serviceAccount().orElseThrow();
        WarehouseGrants grants = new WarehouseGrants(snowflake, plan, references);
        if (plan.platform().asWritten(Deviation.WAREHOUSE_GRANT) || grants.include(account)) {
            return;
        }
        Optional<String> shown = grants.provider()
                .or(() -> surroundings.userModule().calls().providers().map(by -> by.get(SECURITY_ADMIN)));
        String provider = new ProviderFindings(snowflake, scope, out)
                .ofResource(WarehouseGrants.TYPE + "." + label, shown, SECURITY_ADMIN);
        String text = Templates.WAREHOUSE_GRANT.render(Map.of(
                "label",
                label,
                "provider",
                provider,
                "role",
                references.loaderRole().text(),
                "warehouse",
                references.warehouse().text()));
        out.fragment(Fragment.hclBlock(scope, snowflake.file("users.tf"), text)
                .obstructedBy(references.loaderRole().obstacles())
                .obstructedBy(references.warehouse().obstacles()));
        out.finding(Finding.know(
                Deviation.WAREHOUSE_GRANT,
                scope,
                "The runbook gives " + account + " no warehouse, so a grant on it is added."));
    }

    /** Step 2c. */
    private void secret() {
        String account = names.serviceAccount().orElseThrow();
        Configuration aws = surroundings.aws();
        String name = names.loaderSecret();
        AlreadyThere others = new AlreadyThere(
                surroundings.secrets(), "secret", name, DeclaredObjects.SECRET + "." + names.loaderSecretResource());
        others.findings(scope).forEach(out::finding);
        if (!others.isMade()) {
            out.fragment(Fragment.hclBlock(scope, aws.file("secrets.tf"), secretText(account))
                    .obstructedBy(others.obstacles()));
        }
        out.finding(Finding.know(
                Deviation.CREDENTIALS_JSON,
                scope,
                "The runbook's JSON for the secret is invalid and has other keys, so it is stored with the keys "
                        + String.join(", ", loader.credentialFields()) + "."));
    }

    private String secretText(String account) {
        return Templates.SECRET.render(Map.of(
                "label", names.loaderSecretResource(),
                "name", HclString.encode(names.loaderSecret()),
                "description", HclString.encode("Snowflake credentials for " + account + ".")));
    }
}
