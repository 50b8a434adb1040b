package dev.headwater.document.edit;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Sequence;
import java.util.stream.Stream;

/**
 * How far a document indents the dashes of its sequences under their keys: judged by its first sequence, and for
 * sequences inside items by the first of those. What is inserted in this style does not change the style.
 */
final class SequenceStyle {

    private static final int USUAL = 2;

    private final int offset;
    private final int offsetInItems;

    private SequenceStyle(int offset, int offsetInItems) {
        this.offset = offset;
        this.offsetInItems = offsetInItems;
    }

    static SequenceStyle of(YamlNode root) {
        int offset = blockSequences(root).findFirst().map(SequenceStyle::offset).orElse(USUAL);
        int offsetInItems = blockSequences(root)
                .flatMap(entry -> blockSequences(entry.value()))
                .findFirst()
                .map(SequenceStyle::offset)
                .orElse(offset);
        return new SequenceStyle(offset, offsetInItems);
    }

    /** That of a document which shows none. */
    static SequenceStyle usual() {
        return new SequenceStyle(USUAL, USUAL);
    }

    /** How far dashes stand from their key. */
    int offset(boolean inItem) {
        return inItem ? offsetInItems : offset;
    }

    /** How far the dashes of one sequence stand from its key. */
    static int offset(Entry entry) {
        return entry.value().place().column() - entry.key().place().column();
    }

    /** The outermost block sequences under keys in a node, in their order. */
    private static Stream<Entry> blockSequences(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .flatMap(
                            entry -> isBlockSequence(entry.value()) ? Stream.of(entry) : blockSequences(entry.value()));
        }
        return node instanceof Sequence sequence
                ? sequence.items().stream().flatMap(SequenceStyle::blockSequences)
                : Stream.empty();
    }

    static boolean isBlockSequence(YamlNode node) {
        return node instanceof Sequence sequence && !sequence.flow();
    }
}
