package dev.headwater.terraform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists and aligned attributes, laid out as {@code terraform fmt} (1.11) leaves them. */
final class Hcl {

    private Hcl() {}

    static String providers(List<String> names) {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> "  " + name + " ".repeat(width - name.length()) + " = " + name + "\n")
                        .collect(Collectors.joining("", "\nproviders = {\n", "}"));
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
