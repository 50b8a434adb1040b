package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Call;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.HclExpression.Template;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One of the things that a block makes, the only one or the one for an element of a {@code for_each} that is written
 * out; and what the block's expressions are for it.
 *
 * @param key the element's key; empty for the only one
 * @param value the element's value
 * @param configuration where local values are
 */
record BlockInstance(Optional<String> key, HclExpression value, Configuration configuration) {

    private static final int DEEPEST = 5;
    private static final int LONGEST = 1_000;
    private static final int MOST_PARTS = 100;
    private static final Set<String> CONVERSIONS = Set.of("toset", "tomap");

    /** All that a block makes; empty when only Terraform can work that out. */
    static Optional<List<BlockInstance>> of(LocatedBlock block, Configuration configuration) {
        if (block.value("count").filter(new Literal("0", false)::equals).isPresent()) {
            return Optional.of(List.of());
        }
        BlockInstance only = any(configuration);
        return block.value("for_each").map(only::elements).orElseGet(() -> Optional.of(List.of(only)));
    }

    /** A thing of which nothing is known. */
    static BlockInstance any(Configuration configuration) {
        return new BlockInstance(Optional.empty(), new Raw(""), configuration);
    }

    /** A collection without the function that converts it. */
    static HclExpression unwrapped(HclExpression collection) {
        return collection instanceof Call call
                        && CONVERSIONS.contains(call.function())
                        && call.arguments().size() == 1
                ? call.arguments().get(0)
                : collection;
    }

    private Optional<List<BlockInstance>> elements(HclExpression forEach) {
        HclExpression collection = unwrapped(resolved(unwrapped(forEach)));
        if (collection instanceof ObjectValue object) {
            return object.byName()
                    .map(values -> values.entrySet().stream()
                            .map(entry -> element(entry.getKey(), entry.getValue()))
                            .toList());
        }
        List<BlockInstance> elements = new ArrayList<>();
        if (collection instanceof ListValue list) {
            list.elements()
                    .forEach(one -> string(one).ifPresent(key -> elements.add(element(key, new Literal(key, true)))));
            return Optional.of(elements)
                    .filter(all -> all.size() == list.elements().size());
        }
        return Optional.empty();
    }

    private BlockInstance element(String name, HclExpression element) {
        return new BlockInstance(Optional.of(name), element, configuration);
    }

    /** The value that a reference to a local value, or to the element, stands for. */
    HclExpression resolved(HclExpression expression) {
        HclExpression found = expression;
        for (int i = 0; i < DEEPEST && found instanceof Reference reference; i++) {
            found = meant(reference).orElse(reference);
        }
        return found;
    }

    private Optional<HclExpression> meant(Reference reference) {
        List<Literal> steps = reference.steps();
        if (steps.size() == 2 && reference.startsWith("each", "key")) {
            return key.map(name -> new Literal(name, true));
        }
        if (key.isPresent() && reference.startsWith("each", "value")) {
            return inside(value, steps.subList(2, steps.size()));
        }
        if (steps.size() < 2 || !reference.startsWith("local")) {
            return Optional.empty();
        }
        String name = steps.get(1).value();
        return configuration
                .localsWith(name)
                .flatMap(locals -> locals.value(name))
                .flatMap(local -> inside(local, steps.subList(2, steps.size())));
    }

    private static Optional<HclExpression> inside(HclExpression value, List<Literal> path) {
        Optional<HclExpression> found = Optional.of(value);
        for (Literal step : path) {
            found = found.flatMap(
                    one -> one instanceof ObjectValue object ? object.value(step.value()) : Optional.empty());
        }
        return found;
    }

    /** The string that an expression of the block is here; empty when only Terraform can work it out. */
    Optional<String> string(HclExpression expression) {
        return text(expression).text();
    }

    /** What can be read of the string that an expression of the block is here. */
    ReadableText text(HclExpression expression) {
        HclExpression found = resolved(expression);
        boolean isJoined =
                found instanceof Template template && template.parts().size() <= MOST_PARTS;
        // Templates in templates are not gone into.
        return new ReadableText((isJoined ? found.parts() : List.of(found))
                .stream()
                        .map(part -> string(part, DEEPEST).filter(text -> text.length() <= LONGEST))
                        .toList());
    }

    private Optional<String> string(HclExpression expression, int depth) {
        HclExpression found = resolved(expression);
        if (!(found instanceof Call call) || call.arguments().size() != 1 || depth == 0) {
            return found.string();
        }
        Optional<String> argument = string(call.arguments().get(0), depth - 1);
        return switch (call.function()) {
            case "upper" -> argument.map(name -> name.toUpperCase(Locale.ROOT));
            case "lower" -> argument.map(name -> name.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }
}
