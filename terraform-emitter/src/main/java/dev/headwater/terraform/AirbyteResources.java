package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.method.Airbyte;
import dev.headwater.method.SyncMode;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Folder;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Step 4 for Airbyte, where Terraform manages it: source and connection of one source (provider airbytehq/airbyte 1.1
 * and later; validated with 1.3).
 */
final class AirbyteResources extends PlanPart {

    private final Source source;
    private final Airbyte airbyte;
    private final TerraformDirectory directory;
    private final Scope scope;
    private final String destination;

    /** @param destination the id of the destination that is there, as an expression */
    AirbyteResources(
            DataSourcePlan plan,
            Source source,
            Airbyte airbyte,
            String destination,
            ExistingTerraform existing,
            Emission.Builder out) {
        super(plan, existing, out);
        this.source = source;
        this.airbyte = airbyte;
        this.directory = existing.view.terraform(platform.folder(Folder.AIRBYTE_CONFIG));
        this.scope = scope(source);
        this.destination = destination;
    }

    @Override
    void emit() {
        String label = source.name();
        secrets(airbyte)
                .forEach(secret -> out.fragment(Fragment.hclBlock(
                        scope,
                        directory.file(AirbyteLoader.VARIABLES),
                        "variable \"" + variable(source, secret)
                                + "\" {\n  type      = string\n  sensitive = true\n}\n")));
        block(
                "sources.tf",
                Templates.AIRBYTE_CONFIGURATION.render(Map.of(
                        "label", label,
                        "connector", HclString.encode("source-" + airbyte.sourceType()),
                        "configuration",
                                text(airbyte.configuration(
                                        field -> field.secret().isEmpty())),
                        "secrets",
                                text(airbyte.configuration(
                                        field -> field.secret().isPresent())))));
        block(
                "sources.tf",
                Templates.AIRBYTE_SOURCE.render(
                        Map.of("label", label, "name", HclString.encode(airbyte.sourceName(source, names)))));
        block(
                "connections.tf",
                Templates.AIRBYTE_CONNECTION.render(Map.of(
                        "label", label,
                        "name", HclString.encode(airbyte.connection(source, names)),
                        "destination", destination,
                        "namespace", HclString.encode(names.schema(source)),
                        "schedule", schedule(),
                        "streams", source.tables().stream().map(this::stream).collect(Collectors.joining("\n")))));
    }

    /** The secrets that Terraform needs, each once. */
    static Stream<Secret> secrets(Airbyte airbyte) {
        return airbyte.fields().stream()
                .flatMap(field -> field.secret().stream())
                .distinct();
    }

    static String variable(Source source, Secret secret) {
        return source.name() + "__" + secret.name();
    }

    private void block(String file, String text) {
        out.fragment(Fragment.hclBlock(scope, directory.file(file), text));
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
                .map(field -> ", cursor_field = " + list(Airbyte.keys(field)))
                .orElse("");
        String key = table.primaryKey().isEmpty()
                ? ""
                : table.primaryKey().stream()
                        .map(field -> list(Airbyte.keys(field)))
                        .collect(Collectors.joining(", ", ", primary_key = [", "]"));
        return "      { name = " + HclString.encode(name) + ", sync_mode = \""
                + SyncMode.of(table).value() + "\"" + cursor + key + " },";
    }

    private static String list(List<?> texts) {
        return texts.stream()
                .map(text -> HclString.encode(String.valueOf(text)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Each object on one line, so that nothing has to be aligned. */
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
            return "var." + variable(source, secret);
        }
        return value instanceof String text ? HclString.encode(text) : String.valueOf(value);
    }

    /** Without quotes, {@code for} begins an expression. */
    private static String key(String name) {
        return name.equals("for") ? HclString.encode(name) : name;
    }
}
