package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        HclExpression collection =
                BlockInstance.unwrapped(block.value("for_each").orElseThrow());
        return collection instanceof Reference reference
                ? reference.text() + " ("
                        + snowflake
                                .placeOfLocal(reference.steps().get(1).value())
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
        return first.value().string().equals(first.key()) ? "\"" + key + "\"" : key + " = " + likeIt(first.value());
    }

    private static String likeIt(HclExpression value) {
        Optional<Map<String, HclExpression>> entries =
                value instanceof ObjectValue object ? object.byName() : Optional.empty();
        return entries.map(named -> named.keySet().stream()
                        .map(name -> name + " = ...")
                        .collect(Collectors.joining(", ", "{ ", " }")))
                .orElse("...");
    }
}
