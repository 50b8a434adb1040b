package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which buckets are meant in a configuration: by their names, or through resources, data sources and modules.
 *
 * @param configuration where these are
 * @param variables what a variable is here
 */
record DeclaredBuckets(Configuration configuration, Function<String, ReadableText> variables) {

    private static final String RESOURCE = "aws_s3_bucket";

    /** Those of a block's argument {@code bucket}, one for each thing that the block makes. */
    List<ReadableText> of(LocatedBlock block) {
        return instances(block).stream()
                .map(one -> bucket(block.value("bucket"), one))
                .toList();
    }

    /** What a block makes; something of which nothing is known where only Terraform can work that out. */
    List<BlockInstance> instances(LocatedBlock block) {
        return BlockInstance.of(block, configuration).orElse(List.of(BlockInstance.any(configuration)));
    }

    ReadableText bucket(Optional<HclExpression> value, BlockInstance one) {
        if (value.map(one::resolved).orElse(null) instanceof Reference reference) {
            if (reference.startsWith(RESOURCE)) {
                return named(configuration.resources(RESOURCE), reference, 1, "bucket");
            }
            if (reference.startsWith("data", RESOURCE)) {
                return named(dataSources(), reference, 2, "bucket");
            }
            if (reference.startsWith("module")) {
                return named(configuration.blocks("module"), reference, 1, "bucket_name");
            }
        }
        return name(value, one);
    }

    private List<LocatedBlock> dataSources() {
        return configuration.blocks("data").stream()
                .filter(data -> data.isOf(RESOURCE))
                .toList();
    }

    private ReadableText named(List<LocatedBlock> blocks, Reference reference, int at, String argument) {
        Optional<String> key = reference.steps().size() > at + 1
                        && reference.steps().get(at + 1).isString()
                ? Optional.of(reference.steps().get(at + 1).value())
                : Optional.empty();
        return blocks.stream()
                .filter(block -> step(reference, at).equals(block.label()))
                .flatMap(block -> instances(block).stream()
                        .filter(one -> one.key().equals(key))
                        .map(one -> name(block.value(argument), one)))
                .findFirst()
                .orElse(ReadableText.NOTHING);
    }

    private ReadableText name(Optional<HclExpression> value, BlockInstance one) {
        Optional<HclExpression> found = value.map(one::resolved);
        return found.orElse(null) instanceof Reference reference && reference.startsWith("var")
                ? variables.apply(step(reference, 1))
                : found.map(one::text).orElse(ReadableText.NOTHING);
    }

    private static String step(Reference reference, int at) {
        return reference.steps().size() > at ? reference.steps().get(at).value() : "";
    }
}
