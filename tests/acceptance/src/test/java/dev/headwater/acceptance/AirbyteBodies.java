package dev.headwater.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Airbyte's public API refuses of a source, a destination or a connection that is to be created. */
final class AirbyteBodies {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Set<String> SYNC_MODES = Set.of(
            "full_refresh_overwrite",
            "full_refresh_overwrite_deduped",
            "full_refresh_append",
            "full_refresh_update",
            "full_refresh_soft_delete",
            "incremental_append",
            "incremental_deduped_history",
            "incremental_update",
            "incremental_soft_delete");
    private static final Set<String> CONNECTION_KEYS = Set.of(
            "name",
            "sourceId",
            "destinationId",
            "configurations",
            "schedule",
            "dataResidency",
            "namespaceDefinition",
            "namespaceFormat",
            "prefix",
            "nonBreakingSchemaUpdatesBehavior",
            "status",
            "tags");
    private static final Set<String> STREAM_KEYS = Set.of(
            "name",
            "namespace",
            "syncMode",
            "cursorField",
            "primaryKey",
            "selectedFields",
            "mappers",
            "includeFiles",
            "destinationObjectName");

    private final String workspace;
    private final Set<String> known = new HashSet<>();

    AirbyteBodies(String workspace, String... known) {
        this.workspace = workspace;
        this.known.addAll(Arrays.asList(known));
    }

    /** JSON is YAML. */
    static Map<String, Object> read(String json) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(json));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** From now on a connection may name it. */
    void created(String id) {
        known.add(id);
    }

    /** What is wrong with the body of a request whose answer has an id by this key. */
    List<String> faults(String key, Map<String, Object> body) {
        List<String> faults = new ArrayList<>();
        switch (key) {
            case "sourceId" -> connector(body, "sourceType", Set.of("secretId"), faults);
            case "destinationId" -> connector(body, "destinationType", Set.of(), faults);
            default -> connection(body, faults);
        }
        return faults;
    }

    private void connector(Map<String, Object> body, String type, Set<String> more, List<String> faults) {
        Set<String> keys = new HashSet<>(more);
        keys.addAll(List.of("name", "workspaceId", "configuration", "definitionId", "resourceAllocation"));
        onlyKeys(body, keys, faults);
        if (!(body.get("name") instanceof String)) {
            faults.add("name is missing");
        }
        if (!workspace.equals(body.get("workspaceId"))) {
            faults.add("workspaceId is not the id of a workspace");
        }
        Map<String, Object> configuration = map(body.get("configuration"));
        if (configuration.isEmpty()) {
            faults.add("configuration is missing");
        }
        if (body.containsKey("definitionId")) {
            id(body, "definitionId", faults);
        } else if (!(configuration.get(type) instanceof String)) {
            faults.add("neither definitionId nor configuration." + type);
        }
    }

    private void connection(Map<String, Object> body, List<String> faults) {
        onlyKeys(body, CONNECTION_KEYS, faults);
        for (String key : List.of("sourceId", "destinationId")) {
            id(body, key, faults);
            if (body.containsKey(key) && !known.contains(String.valueOf(body.get(key)))) {
                faults.add("there is no " + key + " " + body.get(key));
            }
        }
        oneOf(body, "namespaceDefinition", Set.of("source", "destination", "custom_format"), faults);
        oneOf(
                body,
                "nonBreakingSchemaUpdatesBehavior",
                Set.of("ignore", "disable_connection", "propagate_columns", "propagate_fully"),
                faults);
        oneOf(body, "status", Set.of("active", "inactive", "deprecated", "locked"), faults);
        if ("custom_format".equals(body.get("namespaceDefinition"))
                && !(body.get("namespaceFormat") instanceof String)) {
            faults.add("namespaceFormat is missing");
        }
        schedule(map(body.get("schedule")), faults);
        list(map(body.get("configurations")).get("streams")).forEach(stream -> stream(map(stream), faults));
    }

    private static void schedule(Map<String, Object> schedule, List<String> faults) {
        onlyKeys(schedule, Set.of("scheduleType", "cronExpression"), faults);
        oneOf(schedule, "scheduleType", Set.of("manual", "cron"), faults);
        if ("cron".equals(schedule.get("scheduleType")) && !isQuartz(String.valueOf(schedule.get("cronExpression")))) {
            faults.add("cronExpression is not one of Quartz");
        }
    }

    /** Seconds first, and a question mark for one of the two days. */
    private static boolean isQuartz(String cron) {
        List<String> fields = Arrays.asList(cron.replaceFirst(" UTC$", "").split(" ", -1));
        return (fields.size() == 6 || fields.size() == 7)
                && fields.get(0).matches("\\d+")
                && fields.get(3).equals("?") != fields.get(5).equals("?")
                && fields.stream().filter("?"::equals).count() == 1;
    }

    private static void stream(Map<String, Object> stream, List<String> faults) {
        onlyKeys(stream, STREAM_KEYS, faults);
        if (!(stream.get("name") instanceof String)) {
            faults.add("a stream has no name");
        }
        oneOf(stream, "syncMode", SYNC_MODES, faults);
        texts(stream, "cursorField", stream.get("cursorField"), faults);
        list(stream.get("primaryKey")).forEach(path -> texts(stream, "primaryKey", path, faults));
        if (stream.containsKey("primaryKey") && !(stream.get("primaryKey") instanceof List)) {
            faults.add("primaryKey is no list of paths");
        }
    }

    private static void texts(Map<String, Object> stream, String key, @Nullable Object value, List<String> faults) {
        boolean texts = value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (stream.containsKey(key) && !texts) {
            faults.add(key + " is no path");
        }
    }

    private static void id(Map<String, Object> body, String key, List<String> faults) {
        if (!String.valueOf(body.get(key)).matches(UUID)) {
            faults.add(key + " is no uuid");
        }
    }

    private static void oneOf(Map<String, Object> body, String key, Collection<String> values, List<String> faults) {
        if (body.containsKey(key) && !values.contains(String.valueOf(body.get(key)))) {
            faults.add(key + " cannot be " + body.get(key));
        }
    }

    private static void onlyKeys(Map<String, Object> body, Set<String> keys, List<String> faults) {
        body.keySet().stream()
                .filter(key -> !keys.contains(key))
                .map(key -> "there is no key " + key)
                .forEach(faults::add);
    }
}
