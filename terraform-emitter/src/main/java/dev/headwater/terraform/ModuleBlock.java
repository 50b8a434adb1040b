package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclFile;
import dev.headwater.render.HclString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The call of a module that the runbook has, to be changed; laid out as {@code terraform fmt} (1.11) leaves it. */
final class ModuleBlock {

    /** Arguments of every call, which no module declares. */
    static final Set<String> OF_TERRAFORM = Set.of("source", "version", "providers", "depends_on", "count", "for_each");

    private static final int ORIGIN = 0;
    private static final int ARGUMENTS = 2;

    private final String head;
    /** The provider configurations that the runbook's module wants. */
    final List<String> providers;

    /** Values by name, in paragraphs: where the module is, its providers, its arguments, and others. */
    private final List<Map<String, String>> paragraphs = new ArrayList<>();

    ModuleBlock(String text) {
        this.head = text.substring(0, text.indexOf('\n') + 1);
        HclBlock block = HclFile.parse(text).blocks().get(0);
        int end = 0;
        for (HclAttribute attribute : block.attributes()) {
            if (paragraphs.isEmpty() || text.substring(end, attribute.start()).contains("\n\n")) {
                paragraphs.add(new LinkedHashMap<>());
            }
            paragraphs.get(paragraphs.size() - 1).put(attribute.name(), attribute.expression());
            end = attribute.end();
        }
        this.providers = block.attribute("providers")
                .map(HclAttribute::value)
                .flatMap(value -> value instanceof ObjectValue object ? object.byName() : Optional.empty())
                .map(references -> List.copyOf(references.keySet()))
                .orElse(List.of());
    }

    /** What it sets of what the module declares. */
    List<HclAttribute> arguments() {
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.entrySet().stream())
                .filter(argument -> !OF_TERRAFORM.contains(argument.getKey()))
                .map(argument -> new HclAttribute(argument.getKey(), argument.getValue(), 0, 0, 0))
                .toList();
    }

    boolean has(String argument) {
        return paragraphs.stream().anyMatch(paragraph -> paragraph.containsKey(argument));
    }

    /** Its first lines: the source, with the version that goes with it. */
    void origin(String source, Optional<String> version) {
        Map<String, String> origin = paragraphs.get(ORIGIN);
        origin.put("source", HclString.encode(source));
        version.ifPresent(one -> origin.put("version", HclString.encode(one)));
    }

    void providers(Map<String, String> references) {
        if (references.isEmpty()) {
            remove("providers");
        } else {
            set("providers", "{\n" + lines(references, "    ") + "  }");
        }
    }

    /** Gives it further arguments. */
    void add(Map<String, String> arguments) {
        paragraphs.get(ARGUMENTS).putAll(arguments);
    }

    /** Gives it further arguments in a paragraph of their own. */
    void addParagraph(Map<String, String> arguments) {
        paragraphs.add(ARGUMENTS + 1, new LinkedHashMap<>(arguments));
    }

    void set(String argument, String value) {
        paragraphs.forEach(paragraph -> paragraph.replace(argument, value));
    }

    void remove(String argument) {
        paragraphs.forEach(paragraph -> paragraph.remove(argument));
    }

    /** @param names new names by old ones */
    void rename(Map<String, String> names) {
        paragraphs.replaceAll(paragraph -> {
            Map<String, String> renamed = new LinkedHashMap<>();
            paragraph.forEach((name, value) -> renamed.put(names.getOrDefault(name, name), value));
            return renamed;
        });
    }

    String text() {
        return paragraphs.stream()
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> lines(paragraph, "  "))
                .collect(Collectors.joining("\n", head, "}\n"));
    }

    /** Signs of equality stand below each other, unless a value has several lines. */
    static String lines(Map<String, String> attributes, String indentation) {
        boolean isAligned = attributes.values().stream().noneMatch(value -> value.contains("\n"));
        int width = attributes.keySet().stream()
                .mapToInt(String::length)
                .filter(any -> isAligned)
                .max()
                .orElse(0);
        return attributes.entrySet().stream()
                .map(one -> indentation + one.getKey()
                        + " ".repeat(Math.max(0, width - one.getKey().length())) + " = " + one.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
