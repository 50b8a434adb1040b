package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.render.SqlIdentifier;
import dev.headwater.render.SqlString;
import java.util.Locale;
import java.util.stream.Collectors;

/** The runbook's "Verification" of what Terraform made. Names are compared exactly: in LIKE, _ is a wildcard (RB27). */
final class VerificationSteps extends PlanPart {

    private static final String OR_HIDDEN = "One row; none may also mean that the role may not see it.";

    VerificationSteps(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        if (plan.loader().isNew()) {
            checkDatabase();
            names.serviceAccount().ifPresent(this::checkKey);
        }
        plan.sources().forEach(this::checkSchema);
        out.finding(Finding.know(
                Deviation.EXACT_VERIFICATION,
                loader,
                "The verification compares names exactly, because in LIKE an underscore stands for any character."));
        plan.sources().forEach(this::checkReaders);
    }

    private void checkDatabase() {
        String database = names.database();
        check(
                loader,
                "check-database",
                "The database exists",
                OR_HIDDEN,
                "SHOW DATABASES LIKE " + SqlString.encode(database) + ";\n" + exactly("name", "name", database),
                module(names.databaseModule()));
    }

    /** RB06. */
    private void checkKey(String account) {
        check(
                loader,
                "check-key",
                "The key is still there after the next `terraform apply`",
                "A fingerprint, not null.",
                "DESC USER " + account + ";\n" + exactly("value", "property", "RSA_PUBLIC_KEY_FP"),
                module(names.userModule().orElseThrow()));
    }

    private void checkSchema(Source source) {
        String schema = names.schema(source);
        check(
                scope(source),
                "check-schema",
                "The schema exists",
                OR_HIDDEN,
                "SHOW SCHEMAS LIKE " + SqlString.encode(schema) + " IN DATABASE " + names.database() + ";\n"
                        + exactly("name", "name", schema),
                schema(source));
    }

    private void checkReaders(Source source) {
        String schema = names.database() + "." + names.schema(source);
        String selects = source.tables().stream()
                .map(table -> "SELECT * FROM " + schema + "." + stored(table) + " LIMIT 10;\n")
                .collect(Collectors.joining());
        check(
                scope(source),
                "check-readers",
                "The reader access chain works",
                "After the first run.",
                "USE ROLE " + platform.developerRole() + ";\n" + selects,
                schema(source));
    }

    private void check(Scope scope, String what, String title, String note, String script, Address covered) {
        out.step(Step.sql(scope, step(what, scope), Stage.VERIFICATION, title, script)
                .note(note)
                .after(DeploySteps.MERGE)
                .covers(covered));
    }

    private Address schema(Source source) {
        return existing.schemas.address(names.schema(source), module(names.schemaModule(source)));
    }

    private static String exactly(String column, String key, String value) {
        return "SELECT \"" + column + "\" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) WHERE \"" + key + "\" = "
                + SqlString.encode(value) + ";\n";
    }

    private static String stored(Table table) {
        return SqlIdentifier.encode(table.name()).toUpperCase(Locale.ROOT);
    }
}
