package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the things that a block makes: the only one, or the one for an element of a {@code for_each} that is written
 * out.
 *
 * @param key the element's key; empty for the only one
 * @param value the element's value as Terraform text; empty for the only one
 */
record BlockInstance(Optional<String> key, String value) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\\\n]*)\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern CASE = Pattern.compile("(upper|lower)\\((.*)\\)");

    /** All that a block makes; empty when only Terraform can work that out. */
    static Optional<List<BlockInstance>> of(LocatedBlock placed, Configuration configuration) {
        if (placed.expression("count").filter("0"::equals).isPresent()) {
            return Optional.of(List.of());
        }
        return placed.expression("for_each")
                .map(expression -> elements(expression, configuration))
                .orElseGet(() -> Optional.of(List.of(new BlockInstance(Optional.empty(), ""))));
    }

    private static Optional<List<BlockInstance>> elements(String forEach, Configuration configuration) {
        String collection = unwrapped(forEach);
        if (collection.matches("local\\.[\\p{L}\\p{N}_-]+")) {
            collection = configuration
                    .local(collection.substring("local.".length()))
                    .map(BlockInstance::unwrapped)
                    .orElse("");
        }
        return collection.startsWith("[") ? list(collection) : map(collection);
    }

    /** The collection in a {@code for_each}, without the function that converts it. */
    static String unwrapped(String expression) {
        Matcher call =
                Pattern.compile("(?:toset|tomap)\\((.*)\\)", Pattern.DOTALL).matcher(expression.strip());
        return (call.matches() ? call.group(1) : expression).strip();
    }

    private static Optional<List<BlockInstance>> map(String object) {
        return ObjectText.entries(object)
                .map(entries -> entries.entrySet().stream()
                        .map(entry -> new BlockInstance(Optional.of(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Optional<List<BlockInstance>> list(String list) {
        List<BlockInstance> elements = new ArrayList<>();
        for (String element :
                new HclAttribute("for_each", list, 0, 0, 0).elements().orElse(List.of("?"))) {
            Matcher quoted = QUOTED.matcher(element);
            if (!quoted.matches() || element.contains("${") || element.contains("%{")) {
                return Optional.empty();
            }
            elements.add(new BlockInstance(Optional.of(quoted.group(1)), element));
        }
        return Optional.of(elements);
    }

    boolean isOneOfMany() {
        return key.isPresent();
    }

    /** The string that an expression of the block is here; empty when only Terraform can work it out. */
    Optional<String> string(String expression) {
        String text = expression.strip();
        Matcher changed = CASE.matcher(text);
        if (changed.matches()) {
            return string(changed.group(2))
                    .map(name -> changed.group(1).equals("upper")
                            ? name.toUpperCase(Locale.ROOT)
                            : name.toLowerCase(Locale.ROOT));
        }
        if (text.equals("each.key")) {
            return key;
        }
        if (text.startsWith("each.value")) {
            return each(text).flatMap(this::quoted);
        }
        return quoted(text);
    }

    /** An expression with what {@code each.value} stands for put in its place. */
    String text(String expression) {
        String text = expression.strip();
        return text.startsWith("each.value") ? each(text).orElse(text) : text;
    }

    private Optional<String> each(String reference) {
        String attribute = reference.substring("each.value".length());
        if (key.isEmpty() || attribute.isEmpty()) {
            return key.map(any -> value);
        }
        return ObjectText.entries(value)
                .flatMap(entries -> Optional.ofNullable(entries.get(attribute.replaceAll("[.\\[\\]\"]", ""))));
    }

    private Optional<String> quoted(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.matches() || text.contains("%{") || text.contains("$${")) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        Matcher template = TEMPLATE.matcher(quoted.group(1));
        while (template.find()) {
            Optional<String> part =
                    template.group(1).strip().startsWith("\"") ? Optional.empty() : string(template.group(1));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            template.appendReplacement(name, Matcher.quoteReplacement(part.get()));
        }
        template.appendTail(name);
        return name.indexOf("${") >= 0 ? Optional.empty() : Optional.of(name.toString());
    }
}
