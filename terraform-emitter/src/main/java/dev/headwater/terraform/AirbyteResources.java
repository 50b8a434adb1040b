package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Airbyte;
import dev.headwater.method.Airbyte.Field;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.method.Airbyte.SyncMode;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import dev.headwater.render.HclString;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Step 4 for Airbyte, where Terraform manages it: source and connection of one source (provider airbytehq/airbyte 1.1
 * and later; validated with 1.3).
 */
final class AirbyteResources extends PlanPart {

    private static final String DESTINATION = "airbyte_destination";

    private final Source source;
    private final Airbyte airbyte;
    private final TerraformDirectory directory;
    private final Scope scope;

    AirbyteResources(
            DataSourcePlan plan, Source source, Airbyte airbyte, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
        this.source = source;
        this.airbyte = airbyte;
        this.directory = existing.view.terraform(platform.folder(Folder.AIRBYTE_CONFIG));
        this.scope = scope(source);
    }

    @Override
    void emit() {
        out.finding(Finding.know(
                Deviation.AIRBYTE_NAMESPACE,
                scope,
                "The connection has the namespace " + names.schema(source)
                        + " as a custom format: the destination's own schema is that of all its connections."));
        if (plan.loader().isNew()) {
            apiCredentials();
        }
        if (airbyte.managedBy() == ManagedBy.TERRAFORM) {
            resources();
            apply();
        }
    }

    /** RB38: where a new loader's flows find Airbyte. */
    private void apiCredentials() {
        String name = Airbyte.apiSecret(plan);
        new SecretContainer(loader, name, loader + "_api_credentials", "Application of Airbyte's API, and where it is.")
                .emit(existing, out);
        out.step(Step.command(
                        loader,
                        step("store-api-credentials", loader),
                        Stage.CREDENTIALS,
                        "Store the credentials of Airbyte's API in " + MarkdownText.code(name) + " (RB38)",
                        CredentialSteps.store(
                                List.of("client_id", "client_secret", "workspace_id", "api_url"),
                                "put-secret-value --secret-id",
                                name,
                                platform))
                .note("Each value is asked for; an application in Airbyte's settings has the first two.")
                .after(DeploySteps.MERGE)
                .reaches(Milestone.CREDENTIALS_STORED));
    }

    private void resources() {
        String label = source.name();
        provider();
        variable("airbyte_workspace_id", false);
        secrets().forEach(secret -> variable(variableOf(secret), true));
        block(Templates.AIRBYTE_CONFIGURATION.render(Map.of(
                "label", label,
                "connector", HclString.encode("source-" + airbyte.sourceType()),
                "configuration", object(field -> field.secret().isEmpty()),
                "secrets", object(field -> field.secret().isPresent()))));
        block(Templates.AIRBYTE_SOURCE.render(
                Map.of("label", label, "name", HclString.encode(airbyte.sourceName(source, names)))));
        block(Templates.AIRBYTE_CONNECTION.render(Map.of(
                "label", label,
                "name", HclString.encode(airbyte.connection(source, names)),
                "destination", destination(),
                "namespace", HclString.encode(names.schema(source)),
                "schedule", schedule(),
                "streams", source.tables().stream().map(this::stream).collect(Collectors.joining("\n")))));
    }

    private Stream<Secret> secrets() {
        return airbyte.fields().stream()
                .flatMap(field -> field.secret().stream())
                .distinct();
    }

    private String variableOf(Secret secret) {
        return source.name() + "_" + secret.name();
    }

    private void block(String text) {
        out.fragment(Fragment.hclBlock(scope, directory.file(source.name() + ".tf"), text));
    }

    /** One for all sources; what other people have is left alone. */
    private void provider() {
        if (directory.blocks("provider", List.of("airbyte")).isEmpty()) {
            out.fragment(Fragment.hclBlock(loader, directory.file("providers.tf"), """
                            provider "airbyte" {
                              client_id     = var.airbyte_client_id
                              client_secret = var.airbyte_client_secret
                            }
                            """)
                    .startingWith(Templates.AIRBYTE_PROVIDER.render(Map.of()) + "\n"));
        }
    }

    private void variable(String name, boolean sensitive) {
        if (directory.blocks("variable", List.of(name)).isEmpty()) {
            String text = "variable \"" + name + "\" {\n"
                    + (sensitive ? "  type      = string\n  sensitive = true\n" : "  type = string\n") + "}\n";
            out.fragment(Fragment.hclBlock(sensitive ? scope : loader, directory.file("variables.tf"), text));
        }
    }

    /** The destination that is there; a second one is never made. */
    private String destination() {
        Optional<LocatedBlock> there = directory.blocks("resource").stream()
                .filter(resource -> resource.isOf(DESTINATION))
                .filter(resource -> resource.literal("name")
                        .filter(airbyte.destination()::equals)
                        .isPresent())
                .findFirst();
        if (there.isEmpty()) {
            variable("airbyte_destination_id", false);
        }
        return there.map(resource -> resource.address() + ".destination_id").orElse("var.airbyte_destination_id");
    }

    private String schedule() {
        return source.schedule()
                .quartz()
                .filter(any -> airbyte.isScheduledByAirbyte())
                .map(quartz ->
                        "{ schedule_type = \"cron\", cron_expression = " + HclString.encode(quartz + " UTC") + " }")
                .orElse("{ schedule_type = \"manual\" }");
    }

    private String stream(Table table) {
        String name =
                table.settings(Airbyte.Stream.class).map(Airbyte.Stream::name).orElseThrow();
        String cursor = table.cursor()
                .map(field -> ", cursor_field = " + list(keys(field)))
                .orElse("");
        String key = table.primaryKey().isEmpty()
                ? ""
                : table.primaryKey().stream()
                        .map(field -> list(keys(field)))
                        .collect(Collectors.joining(", ", ", primary_key = [", "]"));
        return "      { name = " + HclString.encode(name) + ", sync_mode = \""
                + SyncMode.of(table).value() + "\"" + cursor + key + " },";
    }

    private static List<String> keys(String path) {
        return List.of(path.split("\\.", -1));
    }

    private static String list(List<?> texts) {
        return texts.stream()
                .map(text -> HclString.encode(String.valueOf(text)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The fields of a kind as one object; each on one line, so that nothing has to be aligned. */
    private String object(Predicate<Field> wanted) {
        Map<String, Object> tree = new LinkedHashMap<>();
        airbyte.fields().stream().filter(wanted).forEach(field -> put(tree, field));
        return text(tree);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, Field field) {
        List<String> keys = field.keys();
        Map<String, Object> inner = tree;
        for (String key : keys.subList(0, keys.size() - 1)) {
            inner = (Map<String, Object>) inner.computeIfAbsent(key, any -> new LinkedHashMap<>());
        }
        inner.put(keys.get(keys.size() - 1), field.value());
    }

    private String text(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.isEmpty()
                    ? "{}"
                    : object.entrySet().stream()
                            .map(entry -> key((String) entry.getKey()) + " = " + text(entry.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Secret secret) {
            return "var." + variableOf(secret);
        }
        return value instanceof String text ? HclString.encode(text) : String.valueOf(value);
    }

    /** Without quotes, {@code for} begins an expression. */
    private static String key(String name) {
        return name.equals("for") ? HclString.encode(name) : name;
    }

    private void apply() {
        String folder = Configuration.shown(directory.path());
        String asked = Stream.concat(
                        Stream.of("airbyte_client_id", "airbyte_client_secret"),
                        secrets().map(this::variableOf))
                .map(variable ->
                        "read -rs -p '" + variable + ": ' TF_VAR_" + variable + " && export TF_VAR_" + variable + "\n")
                .collect(Collectors.joining());
        out.step(Step.command(
                        scope,
                        step("apply-airbyte", scope),
                        Stage.INGESTION,
                        "Make the source and the connection of " + MarkdownText.inline(source.displayName())
                                + " in Airbyte by Terraform, if CI does not",
                        asked + "cd " + ShellWord.encode(folder) + " && terraform init && terraform apply")
                .note("After the merge; the values of the other variables go into `terraform.tfvars`. Terraform's state"
                        + " holds the secrets, so it must be private.")
                .undoneBy(Step.manual(
                        scope,
                        step("destroy-airbyte", scope),
                        Stage.INGESTION,
                        "Apply " + MarkdownText.code(folder) + " again after the pull request is reverted",
                        "Source and connection go; the tables stay until the schema goes.")));
    }
}
