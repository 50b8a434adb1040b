package dev.headwater.terraform;

import dev.headwater.read.HclAttribute;
import dev.headwater.read.HclBlock;
import java.util.Optional;

/**
 * A block and the file where it stands.
 *
 * @param file path of the file
 * @param block the block
 */
record Placed(String file, HclBlock block) {

    /** The block's own name; empty for a block without labels. */
    String label() {
        return block.labels().isEmpty() ? "" : block.labels().get(block.labels().size() - 1);
    }

    /** File and line, as a person looks it up. */
    String place() {
        return file + ":" + block.line();
    }

    /** The block as its file has it, such as {@code module "hubspot"}. */
    String called() {
        return block.type() + " \"" + String.join("\" \"", block.labels()) + "\"";
    }

    /** The block as expressions and people name it, such as {@code module.hubspot}. */
    String address() {
        String labels = String.join(".", block.labels());
        return block.type().equals("resource") ? labels : block.type() + "." + labels;
    }

    /** The block with file and line. */
    String shown() {
        return called() + " (" + place() + ")";
    }

    Optional<String> literal(String attribute) {
        return block.attribute(attribute).flatMap(HclAttribute::literal);
    }

    Optional<String> expression(String attribute) {
        return block.attribute(attribute).map(HclAttribute::expression);
    }

    /** File and line of an attribute. */
    Optional<String> placeOf(String attribute) {
        return block.attribute(attribute).map(found -> file + ":" + found.line());
    }

    /** Whether it stands for several things, each of which has a key. */
    boolean isRepeated() {
        return expression("for_each").isPresent() || expression("count").isPresent();
    }
}
