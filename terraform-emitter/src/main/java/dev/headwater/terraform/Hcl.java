package dev.headwater.terraform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists and aligned attributes, laid out as {@code terraform fmt} (1.11) leaves them. */
final class Hcl {

    private Hcl() {}

    static String providers(Map<String, String> references) {
        return references.isEmpty()
                ? ""
                : "\nproviders = {\n" + aligned(references).indent(2) + "}";
    }

    /** Attributes after a blank line; nothing when there are none. */
    static String paragraph(Map<String, String> attributes) {
        return attributes.isEmpty() ? "" : "\n" + aligned(attributes);
    }

    static String list(String attribute, List<String> references) {
        return references.isEmpty()
                ? attribute + " = []"
                : references.stream()
                        .map(reference -> "  " + reference + ",\n")
                        .collect(Collectors.joining("", attribute + " = [\n", "]"));
    }

    static String aligned(Map<String, String> attributes) {
        int width = attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + " ".repeat(width - entry.getKey().length()) + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
