package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to do about the Terraform: plan, merge, keys and secrets, checks, the way back. */
final class TerraformSteps {

    private static final String MERGE = "terraform.merge";

    private final DataSourcePlan plan;
    private final Platform platform;
    private final Names names;
    private final Emission out;

    TerraformSteps(DataSourcePlan plan, Emission out) {
        this.plan = plan;
        this.platform = plan.platform();
        this.names = plan.names();
        this.out = out;
    }

    void emit() {
        plan(Folder.SNOWFLAKE_CONFIG, "terraform.plan-snowflake");
        boolean secrets = plan.loader().isNew()
                || plan.sources().stream()
                        .anyMatch(source -> !source.method().secrets().isEmpty());
        if (secrets) {
            plan(Folder.AWS_CONFIG, "terraform.plan-aws");
        }
        merge();
        if (plan.loader().isNew() && names.serviceAccount().isPresent()) {
            storeKey(names.serviceAccount().orElseThrow());
        }
        plan.sources().forEach(this::storeSecrets);
        if (plan.loader().isNew()) {
            out.step(Step.sql(
                    "terraform.check-database." + plan.loader().name(),
                    Stage.VERIFICATION,
                    "The database exists (one row):",
                    "SHOW DATABASES LIKE '" + names.database() + "';\n" + exactly(names.database())));
        }
        plan.sources().forEach(this::checkSchema);
    }

    private void plan(Folder folder, String id) {
        out.step(Step.command(
                id,
                Stage.SCHEMAS,
                "Look at the plan of " + MarkdownText.code(platform.folder(folder)) + ":",
                "cd " + ShellWord.encode(platform.folder(folder)) + " && terraform plan"));
    }

    private void merge() {
        Step undo = Step.manual(
                "terraform.revert",
                Stage.SCHEMAS,
                "Revert the pull request in the terraform repository, if the data may go.",
                "CI/CD runs `terraform apply`, which drops the schema and every table in it, and the database of a new"
                        + " loader (RB26). A deleted secret blocks its name for the recovery window, 30 days if nobody"
                        + " shortens it. Drop the staging views first.");
        out.step(Step.merge(
                        MERGE,
                        Stage.SCHEMAS,
                        "Create a pull request in the terraform repository, get approval, and merge.",
                        "CI/CD applies the changes. Go on when it is through.")
                .after("terraform.plan-snowflake", "terraform.plan-aws")
                .covers(plan.sources().stream()
                        .map(source -> new Address.HclBlock(
                                platform.folder(Folder.SNOWFLAKE_CONFIG),
                                "module",
                                List.of(names.schemaModule(source))))
                        .toArray(Address[]::new))
                .undoneBy(undo));
    }

    /** RB06, RB07: the key pair, and the JSON in the shape that the loader reads. */
    private void storeKey(String account) {
        String values = plan.loader().credentialFields().stream()
                .map(field -> "    \"" + field + "\": " + value(field, account) + ",\n")
                .collect(Collectors.joining());
        out.step(Step.command(
                        "terraform.store-key." + plan.loader().name(),
                        Stage.CREDENTIALS,
                        "Make a key pair for " + MarkdownText.code(account)
                                + ", set the public key, and store the credentials in "
                                + MarkdownText.code(names.loaderSecret()) + ":",
                        """
                        umask 077
                        openssl genrsa 2048 | openssl pkcs8 -topk8 -inform PEM -out key.p8 -nocrypt
                        openssl rsa -in key.p8 -pubout | grep -v -- ----- | tr -d '\\n'  # the public key
                        # Put the public key into the user's module where that has a variable for it; otherwise:
                        #   USE ROLE USERADMIN; ALTER USER %s SET RSA_PUBLIC_KEY = '<public key>';
                        #   and see with DESC USER %s after the next terraform apply that it is still there.
                        read -r -p 'Snowflake account (organization-account): ' ACCOUNT; export ACCOUNT
                        python3 -c '
                        import base64, json, os, pathlib
                        print(json.dumps({
                        %s}))' > credentials.json
                        aws secretsmanager put-secret-value --secret-id %s \\
                          --secret-string file://credentials.json --profile %s
                        rm key.p8 credentials.json
                        """.formatted(
                                        account,
                                        account,
                                        values,
                                        ShellWord.encode(names.loaderSecret()),
                                        ShellWord.encode(platform.awsProfile())))
                .after(MERGE));
    }

    private String value(String field, String account) {
        return switch (field) {
            case "database" -> "\"" + names.database() + "\"";
            case "warehouse" -> "\"" + platform.warehouse() + "\"";
            case "role", "username", "user" -> "\"" + account + "\"";
            case "host", "account" -> "os.environ[\"ACCOUNT\"]";
            case "private_key" -> "base64.b64encode(pathlib.Path(\"key.p8\").read_bytes()).decode()";
            default -> "input(\"" + field + ": \")";
        };
    }

    private void storeSecrets(Source source) {
        List<Secret> secrets = source.method().secrets();
        if (secrets.isEmpty()) {
            return;
        }
        String keys =
                secrets.stream().map(secret -> "\"" + secret.name() + "\"").collect(Collectors.joining(", "));
        out.step(Step.command(
                        "terraform.store-secret." + source.name(),
                        Stage.CREDENTIALS,
                        "Store the credentials of " + MarkdownText.inline(source.displayName()) + " in "
                                + MarkdownText.code(names.sourceSecret(source)) + "; each value is asked for:",
                        """
                        umask 077
                        python3 -c '
                        import getpass, json
                        keys = [%s]
                        print(json.dumps({key: getpass.getpass(key + ": ") for key in keys}))' > credentials.json
                        aws secretsmanager put-secret-value --secret-id %s \\
                          --secret-string file://credentials.json --profile %s
                        rm credentials.json
                        """.formatted(
                                        keys,
                                        ShellWord.encode(names.sourceSecret(source)),
                                        ShellWord.encode(platform.awsProfile())))
                .after(MERGE));
    }

    private void checkSchema(Source source) {
        String database = names.database();
        String schema = names.schema(source);
        out.step(Step.sql(
                "terraform.check-schema." + source.name(),
                Stage.VERIFICATION,
                "The schema exists (one row; none may also mean that the role may not see it):",
                "SHOW SCHEMAS LIKE '" + schema + "' IN DATABASE " + database + ";\n" + exactly(schema)));
        String selects = source.tables().stream()
                .map(table -> "SELECT * FROM " + database + "." + schema + "." + physical(table) + " LIMIT 10;\n")
                .collect(Collectors.joining());
        out.step(Step.sql(
                "terraform.check-readers." + source.name(),
                Stage.VERIFICATION,
                "The reader access chain works, once there are rows:",
                "USE ROLE " + platform.developerRole() + ";\n" + selects));
    }

    /** RB27: in LIKE, an underscore is a wildcard. */
    private static String exactly(String name) {
        return "SELECT \"name\" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) WHERE \"name\" = '" + name + "';\n";
    }

    private static String physical(Table table) {
        return table.name().toUpperCase(Locale.ROOT);
    }
}
