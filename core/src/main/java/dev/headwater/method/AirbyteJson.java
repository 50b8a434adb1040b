package dev.headwater.method;

import dev.headwater.method.Airbyte.Field;
import dev.headwater.plan.Secret;
import dev.headwater.render.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Bodies of requests, as a person would write them. */
final class AirbyteJson {

    private AirbyteJson() {}

    /** A configuration without its secrets, which are put in when the request is made. */
    static Map<String, Object> configuration(Airbyte airbyte) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sourceType", airbyte.sourceType());
        airbyte.fields().stream()
                .filter(field -> !(field.value() instanceof Secret))
                .forEach(field -> put(tree, field));
        return tree;
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

    /** Objects in lines, lists on one line unless they hold objects. */
    static String text(Object value) {
        return text(value, "");
    }

    private static String text(Object value, String indentation) {
        String inner = indentation + "  ";
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry ->
                            inner + JsonString.encode((String) entry.getKey()) + ": " + text(entry.getValue(), inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indentation + "}"));
        }
        if (value instanceof List<?> list) {
            boolean lines = list.stream().anyMatch(Map.class::isInstance);
            String elements = list.stream()
                    .map(element -> (lines ? inner : "") + text(element, inner))
                    .collect(Collectors.joining(lines ? ",\n" : ", "));
            return lines ? "[\n" + elements + "\n" + indentation + "]" : "[" + elements + "]";
        }
        return value instanceof String text ? JsonString.encode(text) : String.valueOf(value);
    }
}
