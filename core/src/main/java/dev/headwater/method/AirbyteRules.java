package dev.headwater.method;

import dev.headwater.method.Airbyte.Field;
import dev.headwater.naming.TerraformLabel;
import dev.headwater.plan.IngestionMethod.Place;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What has to hold for a source that Airbyte reads, beyond its single fields. */
final class AirbyteRules {

    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*");

    /** How connectors call what nobody else may know. */
    private static final Pattern CREDENTIAL = Pattern.compile(
            ".*(?:api_?key|(?:private|secret|access|account|encryption)_?key|token|secret|password|passwd|passphrase"
                    + "|_pwd|bearer|credentials_json|service_account(?:_json|_info)?|connection_(?:string|url)|_dsn)");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Airbyte airbyte;
    private final Place place;
    private final Problems problems;

    AirbyteRules(Airbyte airbyte, Place place, Problems problems) {
        this.airbyte = airbyte;
        this.place = place;
        this.problems = problems;
    }

    void judge(Source source) {
        problems.line(place.method() + ".connector", airbyte.connector());
        airbyte.destination().ifPresent(name -> problems.line(place.method() + ".destination", name));
        if (!airbyte.sourceType().isBlank() && !airbyte.sourceType().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            problems.add(
                    "airbyte.source-type",
                    place.method() + ".sourceType",
                    "\"" + airbyte.sourceType() + "\" is not the type of a connector.",
                    "Say sourceType(...) with lower-case letters, digits and hyphens, such as google-ads.");
        }
        judgeSchedule(source);
        judgeFields();
        for (int i = 0; i < source.tables().size(); i++) {
            Table table = source.tables().get(i);
            String at = place.table(i);
            table.settings(Airbyte.Stream.class).ifPresent(stream -> judge(table, stream, at));
        }
    }

    private void judgeSchedule(Source source) {
        String at = place.source() + ".schedule";
        if (source.schedule().cron().isEmpty()) {
            problems.add(
                    "airbyte.schedule",
                    at,
                    "Airbyte syncs at times, not all the time.",
                    "Say when, such as Schedule.hourlyAt(5).");
        } else if (airbyte.isScheduledByAirbyte() && source.schedule().quartz().isEmpty()) {
            problems.add(
                    "airbyte.schedule",
                    at,
                    "Airbyte cannot express " + source.schedule() + ", because Quartz takes days of the month or of the"
                            + " week, not both.",
                    "Restrict one of them, or leave scheduledByAirbyte() out.");
        } else if (airbyte.isScheduledByAirbyte()
                && !source.schedule().timeZone().equals("UTC")) {
            problems.add(
                    "airbyte.schedule",
                    at,
                    "Airbyte's own schedule is in UTC, not in "
                            + source.schedule().timeZone() + ".",
                    "Say it in UTC, or leave scheduledByAirbyte() out.");
        }
    }

    private void judgeFields() {
        Set<String> taken = new HashSet<>();
        List<Field> fields = airbyte.fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String at = place.method() + ".fields[" + i + "]";
            String path = field.path();
            if (!path.isBlank() && !PATH.matcher(path).matches()) {
                configuration(
                        at,
                        "\"" + path + "\" is not a field of a configuration.",
                        "Write its keys, nesting with dots.");
            } else if (path.equals("sourceType")) {
                configuration(at, "\"sourceType\" is the connector's type.", "Say sourceType(...) instead.");
            } else if (!taken.add(path)) {
                configuration(at, "\"" + path + "\" is set twice.", "Set it once.");
            }
            fields.stream()
                    .map(Field::path)
                    .filter(other -> path.startsWith(other + "."))
                    .findFirst()
                    .ifPresent(outer -> configuration(
                            at,
                            "\"" + path + "\" lies inside of \"" + outer + "\", which has a value of its own.",
                            "Set one of them."));
            judgeValue(field, at);
        }
    }

    private void judgeValue(Field field, String at) {
        field.secret().ifPresent(secret -> judge(secret, at));
        if (field.secret().isEmpty()) {
            problems.text(at + ".value", String.valueOf(field.value()));
            if (!(field.value() instanceof Boolean) && isCredential(field.path())) {
                problems.add(
                        "airbyte.credential",
                        at,
                        "\"" + field.path() + "\" looks like a credential, which a plan never holds.",
                        "Name the secret instead: secret(\"" + field.path() + "\", Secret.named(\"...\")).");
            }
        }
    }

    private static boolean isCredential(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        String name = HUMP.matcher(key).replaceAll("_").replace('-', '_').toLowerCase(Locale.ROOT);
        return CREDENTIAL.matcher(name).matches();
    }

    private void judge(Secret secret, String at) {
        new TerraformLabel()
                .check(secret.name()).stream()
                        .filter(any -> !secret.name().isBlank())
                        .forEach(fault -> problems.add(
                                "airbyte.secret",
                                at,
                                "The name of the secret, \"" + secret.name() + "\", " + fault.message() + ".",
                                "Name it, never write the value: access_token."));
        if (secret.name().isBlank()) {
            problems.add("airbyte.secret", at, "The secret has no name.", "Name it, such as access_token.");
        }
    }

    private void configuration(String at, String message, String hint) {
        problems.add("airbyte.configuration", at, message, hint);
    }

    private void judge(Table table, Airbyte.Stream stream, String at) {
        problems.line(at + ".settings.name", stream.name());
        if (!stream.name().isBlank() && !stream.name().equalsIgnoreCase(table.name())) {
            problems.add(
                    "airbyte.table",
                    at + ".name",
                    "Airbyte calls the table of the stream \"" + stream.name() + "\" the same, not \"" + table.name()
                            + "\".",
                    "Name the table as the stream.");
        }
        if (stream.hasOwnCursor() && table.loadMode() == LoadMode.REPLACE) {
            problems.add(
                    "airbyte.sync-mode",
                    at + ".settings",
                    "A stream that brings what is new cannot replace the table.",
                    "Use merge(key) or append(), or leave withOwnCursor() out.");
        }
    }
}
