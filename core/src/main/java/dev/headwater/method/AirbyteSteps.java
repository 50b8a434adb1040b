package dev.headwater.method;

import dev.headwater.method.Airbyte.Field;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.PythonString;
import dev.headwater.render.ShellWord;
import dev.headwater.render.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step 4 of the runbook for Airbyte, as far as it happens outside of the repositories. */
final class AirbyteSteps {

    private static final Template REQUESTS = template("airbyte_requests.sh.tmpl");
    private static final Template PROGRAM = template("airbyte_requests.py.tmpl");

    private final DataSourcePlan plan;
    private final Names names;
    private final Source source;
    private final Airbyte airbyte;

    AirbyteSteps(DataSourcePlan plan, Source source, Airbyte airbyte) {
        this.plan = plan;
        this.names = plan.names();
        this.source = source;
        this.airbyte = airbyte;
    }

    private static Template template(String name) {
        return Template.read(AirbyteSteps.class.getResourceAsStream(name), name);
    }

    List<OutsideStep> all() {
        List<OutsideStep> steps = new ArrayList<>();
        if (plan.loader().isNew() && source.equals(plan.sources().get(0))) {
            steps.add(destination());
        }
        if (airbyte.managedBy() == ManagedBy.HAND) {
            steps.add(sourceByHand());
            steps.add(connectionByHand());
        } else if (airbyte.managedBy() == ManagedBy.API) {
            steps.add(requests());
        }
        if (airbyte.isScheduledByAirbyte()) {
            steps.add(firstSync());
        }
        return steps;
    }

    /** All sources of a loader share it, so that the first one says it. */
    private OutsideStep destination() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", code(airbyte.destination(names)));
        fields.put("Host", "the account's, as in " + code("organization-account.snowflakecomputing.com"));
        fields.put("Role", code(names.serviceAccount().orElse("")));
        fields.put("Warehouse", code(plan.platform().warehouse()));
        fields.put("Database", code(names.database()));
        fields.put("Default schema", code(names.schema(source)));
        fields.put("Username", code(names.serviceAccount().orElse("")));
        fields.put("Authorization method", "Key pair authentication");
        fields.put("Private key", "the value of " + code("private_key") + " in " + code(names.loaderSecret()));
        fields.put("Airbyte internal schema", code("AIRBYTE_INTERNAL"));
        return new OutsideStep(
                "destination",
                "Add the Snowflake destination " + code(airbyte.destination(names)) + " in Airbyte, if it is not there",
                "One destination serves all sources; never add a second one.\n\n" + table(fields),
                false);
    }

    private OutsideStep sourceByHand() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Connector", MarkdownText.inline(airbyte.connector()));
        fields.put("Name", code(airbyte.sourceName(source, names)));
        airbyte.fields().forEach(field -> fields.put(code(field.path()), shown(field)));
        return new OutsideStep(
                "source",
                "Add the source " + code(airbyte.sourceName(source, names)) + " in Airbyte",
                table(fields),
                false);
    }

    private static String shown(Field field) {
        return field.secret()
                .map(secret -> "the secret " + code(secret.name()) + ": type it in, it stays in Airbyte")
                .orElseGet(() -> code(
                        field.value() instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                : String.valueOf(field.value())));
    }

    private OutsideStep connectionByHand() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", code(airbyte.connection(source, names)));
        fields.put("Source", code(airbyte.sourceName(source, names)));
        fields.put("Destination", code(airbyte.destination(names)) + ", which is there already");
        fields.put("Destination namespace", "Custom format " + code(names.schema(source)) + " (RB22)");
        fields.put("Schedule type", schedule());
        fields.put("Detect and propagate schema changes", "Propagate column changes only");
        source.tables().forEach(table -> fields.put("Stream " + code(stream(table)), shown(table)));
        return new OutsideStep(
                "connection",
                "Add the connection " + code(airbyte.connection(source, names)) + " in Airbyte",
                "Select these streams and no others.\n\n" + table(fields),
                false,
                "Disable and delete the connection " + code(airbyte.connection(source, names)) + ", then the source "
                        + code(airbyte.sourceName(source, names)) + ", in Airbyte");
    }

    private String schedule() {
        return airbyte.isScheduledByAirbyte()
                ? "Cron " + code(source.schedule().quartz().orElseThrow()) + ", UTC"
                : "Manual: Prefect starts the syncs (RB21)";
    }

    private static String shown(Table table) {
        String mode = SyncMode.of(table).label();
        String cursor = table.cursor().map(field -> "; cursor " + code(field)).orElse("");
        String key = table.primaryKey().isEmpty()
                ? ""
                : "; primary key "
                        + table.primaryKey().stream().map(AirbyteSteps::code).collect(Collectors.joining(", "));
        return MarkdownText.inline(mode) + cursor + key;
    }

    private static String stream(Table table) {
        return table.settings(Airbyte.Stream.class).map(Airbyte.Stream::name).orElseThrow();
    }

    private OutsideStep requests() {
        String program = PROGRAM.render(Map.of(
                "destination", PythonString.encode(airbyte.destination(names)),
                "secrets", secrets()));
        String script = REQUESTS.render(Map.of(
                "source", AirbyteJson.text(sourceBody()),
                "connection", AirbyteJson.text(connectionBody()),
                "secret", ShellWord.encode(Airbyte.apiSecret(plan)),
                "profile", ShellWord.encode(plan.platform().awsProfile()),
                "program", ShellWord.encode(program.strip())));
        return new OutsideStep(
                "requests",
                "Make the source " + code(airbyte.sourceName(source, names)) + " and the connection "
                        + code(airbyte.connection(source, names)) + " by Airbyte's API",
                "What is there already by that name stays as it is, also when the plan has changed since: then change it in"
                        + " Airbyte. Each secret is asked for.\n\n```sh\n"
                        + script.strip() + "\n```",
                false,
                "Disable and delete the connection " + code(airbyte.connection(source, names)) + ", then the source "
                        + code(airbyte.sourceName(source, names)) + ", in Airbyte");
    }

    private String secrets() {
        return airbyte.fields().stream()
                .flatMap(field -> field.secret().stream().map(secret -> pair(field, secret)))
                .collect(Collectors.joining(",\n    ", "[\n    ", "\n]"));
    }

    private static String pair(Field field, Secret secret) {
        String keys =
                Airbyte.keys(field.path()).stream().map(PythonString::encode).collect(Collectors.joining(", "));
        return "(" + PythonString.encode(secret.name()) + ", [" + keys + "])";
    }

    private Map<String, Object> sourceBody() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", airbyte.sourceName(source, names));
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("sourceType", airbyte.sourceType());
        // The secrets are put in when the request is made.
        configuration.putAll(airbyte.configuration(field -> field.secret().isEmpty()));
        body.put("configuration", configuration);
        return body;
    }

    private Map<String, Object> connectionBody() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", airbyte.connection(source, names));
        body.put("namespaceDefinition", "custom_format");
        body.put("namespaceFormat", names.schema(source));
        body.put("schedule", scheduleBody());
        body.put("nonBreakingSchemaUpdatesBehavior", "propagate_columns");
        body.put("status", "active");
        body.put(
                "configurations",
                Map.of(
                        "streams",
                        source.tables().stream().map(AirbyteSteps::streamBody).toList()));
        return body;
    }

    private Map<String, Object> scheduleBody() {
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("scheduleType", airbyte.isScheduledByAirbyte() ? "cron" : "manual");
        if (airbyte.isScheduledByAirbyte()) {
            schedule.put("cronExpression", source.schedule().quartz().orElseThrow() + " UTC");
        }
        return schedule;
    }

    private static Map<String, Object> streamBody(Table table) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", stream(table));
        body.put("syncMode", SyncMode.of(table).value());
        Optional.of(table.cursor().map(Airbyte::keys).orElse(List.of()))
                .filter(keys -> !keys.isEmpty())
                .ifPresent(keys -> body.put("cursorField", keys));
        if (!table.primaryKey().isEmpty()) {
            body.put(
                    "primaryKey", table.primaryKey().stream().map(Airbyte::keys).toList());
        }
        return body;
    }

    private OutsideStep firstSync() {
        return new OutsideStep(
                "first-sync",
                "Run the first sync of " + code(airbyte.connection(source, names))
                        + " in Airbyte and see that it succeeds",
                "**Sync now** on the connection's page. The dbt tests need its rows.",
                true);
    }

    private static String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "| " + field.getKey() + " | " + field.getValue() + " |")
                .collect(Collectors.joining("\n", "| field | value |\n|---|---|\n", ""));
    }

    private static String code(String text) {
        return MarkdownText.code(text);
    }
}
