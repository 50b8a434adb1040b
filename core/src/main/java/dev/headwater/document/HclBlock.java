package dev.headwater.document;

import java.util.List;
import java.util.Optional;

/**
 * A block of Terraform.
 *
 * @param type the block's type, such as {@code module}
 * @param labels the block's labels, without quotes
 * @param attributes the attributes of its body, in order
 * @param blocks the blocks of its body, in order
 * @param start offset of the type in the file's text
 * @param end offset behind the closing brace
 * @param line line of the type, from 1
 */
public record HclBlock(
        String type,
        List<String> labels,
        List<HclAttribute> attributes,
        List<HclBlock> blocks,
        int start,
        int end,
        int line) {

    /**
     * @param type the block's type
     * @param labels the block's labels
     * @param attributes the attributes of its body
     * @param blocks the blocks of its body
     * @param start offset of the type
     * @param end offset behind the closing brace
     * @param line line of the type
     */
    public HclBlock {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /**
     * An attribute by its name.
     *
     * @param name the name
     * @return the attribute, if the body has it
     */
    public Optional<HclAttribute> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /**
     * Whether this is the block of a type and labels.
     *
     * @param otherType the type
     * @param otherLabels the labels
     * @return true when both are the same
     */
    public boolean is(String otherType, List<String> otherLabels) {
        return type.equals(otherType) && labels.equals(otherLabels);
    }
}
