package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Other schemas of the loader's database in one map that is written out, beside which a block for one schema is a
 * second style.
 *
 * @param block the block that makes the schemas
 * @param snowflake where it is
 */
record SchemaMap(LocatedBlock block, Configuration snowflake) {

    /** @param label the label of the plan's own block */
    Finding finding(Source source, String label, Scope scope) {
        return Finding.act(
                "terraform.schema-map",
                scope,
                "Other schemas of the database are kept in " + map() + ", from which " + block.shown()
                        + " makes them, and module." + label + " is a second style beside it: to keep to that one, add "
                        + element(source.name()) + " there and run again, or say that both may be.",
                AlreadyThere.setting(block));
    }

    private String map() {
        HclExpression collection =
                BlockInstance.unwrapped(block.value("for_each").orElseThrow());
        return collection instanceof Reference reference
                ? reference.text() + " (" + place(reference.steps().get(1).value()) + ")"
                : "its for_each (" + block.placeOf("for_each").orElse("") + ")";
    }

    private String place(String local) {
        return snowflake
                .localsWith(local)
                .flatMap(locals -> locals.placeOf(local))
                .orElse("");
    }

    /** In the form of the first element. */
    private String element(String source) {
        List<BlockInstance> there = BlockInstance.of(block, snowflake).orElseThrow();
        boolean upper = there.stream()
                .flatMap(one -> one.key().stream())
                .allMatch(key -> key.equals(key.toUpperCase(Locale.ROOT)));
        String key = upper ? source.toUpperCase(Locale.ROOT) : source;
        BlockInstance first = there.get(0);
        return first.value().string().equals(first.key()) ? "\"" + key + "\"" : key + " = " + likeIt(first.value());
    }

    private static String likeIt(HclExpression value) {
        return value instanceof ObjectValue object
                ? object.entries().keySet().stream()
                        .map(name -> name.string().orElse("") + " = ...")
                        .collect(Collectors.joining(", ", "{ ", " }"))
                : "...";
    }
}
