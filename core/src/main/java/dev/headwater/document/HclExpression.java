package dev.headwater.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value in a Terraform file as a shallow tree: what can be read without evaluating it, and the rest as raw text. Two
 * values are equal whatever their layout: comments, line breaks in brackets, trailing commas, parentheses around a
 * whole value, and the order of an object's entries do not count.
 */
public sealed interface HclExpression {

    /**
     * Reads a value.
     *
     * @param text the value as it is written, without comments around it
     * @return the tree, in which everything that would have to be evaluated is raw text
     */
    static HclExpression parse(String text) {
        return HclExpressionParser.parse(text);
    }

    /**
     * The value in one layout, without comments.
     *
     * @return Terraform text
     */
    String text();

    /**
     * The string that the value is.
     *
     * @return its content; nothing when it is something else, or has escapes or templates
     */
    default Optional<String> string() {
        return this instanceof Literal literal && literal.isString() ? Optional.of(literal.value()) : Optional.empty();
    }

    /**
     * The values that stand in this one.
     *
     * @return the elements of a list, the values of an object, the parts of a template, the arguments of a call
     */
    default List<HclExpression> parts() {
        return List.of();
    }

    private static String joined(List<HclExpression> values) {
        return values.stream().map(HclExpression::text).collect(Collectors.joining(", "));
    }

    /**
     * A string, a number, {@code true}, {@code false} or {@code null}.
     *
     * @param value a string's content, which has neither escapes nor templates; anything else as it is written
     * @param isString whether it is a string
     */
    record Literal(String value, boolean isString) implements HclExpression {

        @Override
        public String text() {
            return isString ? "\"" + value + "\"" : value;
        }
    }

    /**
     * A list that is written out.
     *
     * @param elements its elements
     */
    record ListValue(List<HclExpression> elements) implements HclExpression {

        /** @param elements its elements */
        public ListValue {
            elements = List.copyOf(elements);
        }

        @Override
        public List<HclExpression> parts() {
            return elements;
        }

        @Override
        public String text() {
            return "[" + joined(elements) + "]";
        }
    }

    /**
     * An object that is written out.
     *
     * @param entries its values by key, in order; a key that is a bare name is a string
     */
    record ObjectValue(Map<HclExpression, HclExpression> entries) implements HclExpression {

        /** @param entries its values by key */
        public ObjectValue {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /**
         * The value of a key.
         *
         * @param key the key
         * @return its value, if the object has it
         */
        public Optional<HclExpression> value(String key) {
            return Optional.ofNullable(entries.get(new Literal(key, true)));
        }

        /**
         * The values by key, where all keys are strings.
         *
         * @return the values, in order; nothing when only Terraform can work out some key
         */
        public Optional<Map<String, HclExpression>> byName() {
            Map<String, HclExpression> named = new LinkedHashMap<>();
            entries.forEach((key, value) -> key.string().ifPresent(name -> named.put(name, value)));
            return named.size() == entries.size() ? Optional.of(named) : Optional.empty();
        }

        @Override
        public List<HclExpression> parts() {
            return List.copyOf(entries.values());
        }

        @Override
        public String text() {
            return entries.isEmpty()
                    ? "{}"
                    : entries.entrySet().stream()
                            .map(entry -> name(entry.getKey()) + " = "
                                    + entry.getValue().text())
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }

        private static String name(HclExpression key) {
            return key.string().orElseGet(() -> "(" + key.text() + ")");
        }
    }

    /**
     * Something that Terraform knows by a name, such as {@code module.raw["DLT"].database_name}, or just a name.
     *
     * @param steps the names from left to right; a key in brackets is a string or a number
     */
    record Reference(List<Literal> steps) implements HclExpression {

        /** @param steps the names from left to right */
        public Reference {
            steps = List.copyOf(steps);
        }

        /**
         * Whether it begins with names.
         *
         * @param names the names
         * @return true when its first steps are those names
         */
        public boolean startsWith(String... names) {
            return steps.stream()
                    .limit(names.length)
                    .map(step -> step.isString() ? step.text() : step.value())
                    .toList()
                    .equals(List.of(names));
        }

        @Override
        public String text() {
            return steps.stream()
                    .skip(1)
                    .map(step ->
                            step.isString() || Character.isDigit(step.value().charAt(0))
                                    ? "[" + step.text() + "]"
                                    : "." + step.value())
                    .collect(Collectors.joining("", steps.get(0).value(), ""));
        }
    }

    /**
     * A string with templates in it.
     *
     * @param parts its texts, as literals, and what stands between them; raw are escapes and directives
     */
    record Template(List<HclExpression> parts) implements HclExpression {

        /** @param parts its texts and what stands between them */
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(Template::text).collect(Collectors.joining("", "\"", "\""));
        }

        private static String text(HclExpression part) {
            return part.string().orElseGet(() -> part instanceof Raw raw ? raw.text() : "${" + part.text() + "}");
        }
    }

    /**
     * A call of a function, or a type such as {@code list(string)}.
     *
     * @param function the function's name
     * @param arguments its arguments
     */
    record Call(String function, List<HclExpression> arguments) implements HclExpression {

        /**
         * @param function the function's name
         * @param arguments its arguments
         */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<HclExpression> parts() {
            return arguments;
        }

        @Override
        public String text() {
            return function + "(" + joined(arguments) + ")";
        }
    }

    /**
     * What only Terraform can work out.
     *
     * @param text its text in one layout
     */
    record Raw(String text) implements HclExpression {}
}
