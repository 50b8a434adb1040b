package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists and aligned attributes, laid out as {@code terraform fmt} (1.11) leaves them. */
final class Hcl {

    private static final Pattern ARGUMENT = Pattern.compile("  ([\\w-]+) += (.*)");

    /** The lines with the arguments of a call, after those that say which module it is. */
    private static final Pattern ARGUMENTS =
            Pattern.compile("(?m)(?:^  (?!source |version )[\\w-]+ += .*[^\\[{(\\n]\\n)+");

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

    /**
     * A call in which arguments have other names.
     *
     * @param text the call as the templates render it: one argument a line, or one that begins on a line
     * @param names new names by old ones
     */
    static String renamed(String text, Map<String, String> names) {
        List<String> lines = new ArrayList<>();
        Map<String, String> run = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            Matcher argument = ARGUMENT.matcher(line);
            boolean whole = argument.matches() && !argument.group(2).matches(".*[\\[{(]");
            if (!whole) {
                lines.addAll(indented(run));
                run.clear();
            }
            if (whole) {
                run.put(names.getOrDefault(argument.group(1), argument.group(1)), argument.group(2));
            } else if (argument.matches() && names.containsKey(argument.group(1))) {
                lines.add("  " + names.get(argument.group(1)) + " = " + argument.group(2));
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** A call with more arguments, not yet aligned. */
    static String with(String text, Map<String, String> arguments) {
        String lines = arguments.entrySet().stream()
                .map(one -> "  " + one.getKey() + " = " + one.getValue() + "\n")
                .collect(Collectors.joining());
        return ARGUMENTS.matcher(text).replaceFirst(found -> Matcher.quoteReplacement(found.group() + lines));
    }

    /** A call without an argument, whose value is one line or a list; not yet aligned. */
    static String without(String text, String argument) {
        return text.replaceFirst("(?m)^  " + argument + " += (?:\\[\\n(?: {4}.*\\n)* {2}]|.*)\\n", "")
                .replaceAll("\\n{3,}", "\n\n")
                .replaceAll("\\n\\n}", "\n}");
    }

    private static List<String> indented(Map<String, String> run) {
        return run.isEmpty()
                ? List.of()
                : aligned(run).lines().map(line -> "  " + line).toList();
    }

    static String aligned(Map<String, String> attributes) {
        int width = attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + " ".repeat(width - entry.getKey().length()) + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
