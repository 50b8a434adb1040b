package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Deviation;
import dev.headwater.render.HclString;
import dev.headwater.terraform.PlanReferences.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 2: what a new loader needs. */
final class NewLoader extends PlanPart {

    private static final Set<String> ALSO_OF_USER = Set.of(
            "user_default_role",
            "user_email",
            "user_first_name",
            "user_last_name",
            "user_rsa_public_key",
            "rsa_public_key");

    NewLoader(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        database();
        names.userModule().ifPresent(user -> {
            references.warehouse.findings().forEach(out::finding);
            String account = names.serviceAccount().orElseThrow();
            user(user, account);
            new WarehouseGrant(plan, existing, account, out).emit();
            secret();
        });
        new SecretPolicies(plan, existing, out).emit();
    }

    /** Step 2a. */
    private void database() {
        Optional<Expression> role = names.userModule().map(any -> references.loaderRole());
        ModuleBlock block = new ModuleBlock(Templates.DATABASE.render(Map.of(
                "label", names.databaseModule(),
                "database_name", HclString.encode(names.database()),
                "database_comment", HclString.encode("Raw data loaded by " + loader + "."),
                "reader", references.reader.text(),
                "writer", role.map(Expression::text).orElse(""))));
        if (role.isEmpty()) {
            block.set("grant_writer_to_account_roles", "[]");
        }
        ModuleCall call = new ModuleCall(snowflake.contract("snowflake_database"), block, Set.of());
        AlreadyThere others =
                new AlreadyThere(existing.databases, "database", names.database(), "module." + names.databaseModule());
        call.findings(loader).forEach(out::finding);
        references.reader.findings().forEach(out::finding);
        out.fragment(Fragment.hclBlock(loader, snowflake.file("databases.tf"), call.text())
                .holdingData()
                .obstructedBy(call.obstacles())
                .obstructedBy(role.map(Expression::obstacles).orElse(List.of()))
                .obstructedBy(references.reader.obstacles())
                .obstructedBy(others.obstaclesOfNew()));
    }

    /** Step 2b. */
    private void user(String label, String account) {
        ModuleBlock block = new ModuleBlock(Templates.USER.render(Map.of(
                "label", label,
                "user_name", HclString.encode(account),
                "user_display_name", HclString.encode(titled() + " Service Account"),
                "user_comment", HclString.encode("Service account for " + loader + " data loading."),
                "warehouse", references.warehouse.text())));
        ModuleCall call = new ModuleCall(snowflake.contract("snowflake_user"), block, ALSO_OF_USER);
        AlreadyThere others = new AlreadyThere(existing.users, "user", account, "module." + label);
        call.findings(loader).forEach(out::finding);
        out.fragment(Fragment.hclBlock(loader, snowflake.file("users.tf"), call.text())
                .obstructedBy(call.obstacles())
                .obstructedBy(references.warehouse.obstacles())
                .obstructedBy(others.obstaclesOfNew()));
        out.finding(Finding.act(Deviation.USER_KEY, loader, new UserKey(snowflake).advice(account)));
    }

    /** {@code <Loader>} of the runbook: the display name, else the name with a capital. */
    private String titled() {
        String name = plan.loader().name();
        String shown = plan.loader().displayName();
        return shown.equals(name) ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : shown;
    }

    private void secret() {
        SecretContainer.ofLoader(plan).emit(existing, out);
        out.finding(Finding.know(
                Deviation.CREDENTIALS_JSON,
                loader,
                "The runbook's JSON for the secret is invalid and has other keys, so it is stored with the keys "
                        + String.join(", ", plan.loader().credentialFields()) + "."));
    }
}
