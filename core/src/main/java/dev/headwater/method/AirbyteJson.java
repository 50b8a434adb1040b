package dev.headwater.method;

import dev.headwater.render.JsonString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Bodies of requests, as a person would write them. */
final class AirbyteJson {

    private AirbyteJson() {}

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
