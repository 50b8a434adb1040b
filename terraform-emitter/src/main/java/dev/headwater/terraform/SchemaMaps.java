package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says when other schemas of the database are kept in one map, beside which a block for one schema is a second style.
 */
final class SchemaMaps {

    private final Configuration snowflake;
    private final Scope scope;
    private final Emission.Builder out;

    SchemaMaps(Configuration snowflake, Scope scope, Emission.Builder out) {
        this.snowflake = snowflake;
        this.scope = scope;
        this.out = out;
    }

    /**
     * @param maps blocks that make schemas from a map which is written out
     * @param source the source's name, by which an element would be called
     * @param label the plan's own block, as Terraform addresses it
     */
    void say(List<LocatedBlock> maps, String source, String label) {
        maps.forEach(block -> out.finding(Finding.act(
                "terraform.schema-map",
                scope,
                "Other schemas of the database are kept in " + map(block) + ", from which " + block.shown()
                        + " makes them, and " + label + " is a second style beside it: to keep to that one, add "
                        + element(block, source) + " there and run again, or say that both may be.",
                AlreadyThere.setting(block))));
    }

    private String map(LocatedBlock block) {
        String expression = BlockInstance.unwrapped(block.expression("for_each").orElse(""));
        return expression.startsWith("local.")
                ? expression + " ("
                        + snowflake
                                .placeOfLocal(expression.substring("local.".length()))
                                .orElse("") + ")"
                : "its for_each (" + block.placeOf("for_each").orElse("") + ")";
    }

    /** In the form of the first element. */
    private String element(LocatedBlock block, String source) {
        List<BlockInstance> there = BlockInstance.of(block, snowflake).orElse(List.of());
        boolean upper = there.stream()
                .flatMap(one -> one.key().stream())
                .allMatch(key -> key.equals(key.toUpperCase(Locale.ROOT)));
        String key = upper ? source.toUpperCase(Locale.ROOT) : source;
        BlockInstance first = there.get(0);
        return first.value().equals("\"" + first.key().orElse("") + "\"")
                ? "\"" + key + "\""
                : key + " = " + likeIt(first.value());
    }

    private static String likeIt(String value) {
        return ObjectText.entries(value)
                .map(entries -> entries.keySet().stream()
                        .map(name -> name + " = ...")
                        .collect(Collectors.joining(", ", "{ ", " }")))
                .orElse("...");
    }
}
