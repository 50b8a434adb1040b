package dev.headwater.reconcile;

import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Mapping;
import dev.headwater.read.YamlNode.Scalar;
import dev.headwater.read.YamlNode.Sequence;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what YAML means, not how it is written: order of keys, quotes, flow or block, aliases do not count. */
final class Meaning {

    private Meaning() {}

    /** Whether two nodes mean the same to every reader. */
    static boolean same(YamlNode left, YamlNode right) {
        YamlNode one = left.resolved();
        YamlNode other = right.resolved();
        if (one instanceof Scalar scalar) {
            return other instanceof Scalar otherScalar && same(scalar, otherScalar);
        }
        if (!one.tag().equals(other.tag())) {
            return false;
        }
        if (one instanceof Sequence sequence) {
            return other instanceof Sequence otherSequence && same(sequence.items(), otherSequence.items());
        }
        return one instanceof Mapping mapping
                && other instanceof Mapping otherMapping
                && same(mapping.merged(), otherMapping.merged());
    }

    /**
     * Whether an item is there as wanted. Its children that have, or could have, addresses of their own do not count
     * unless the wanted text contains them; then those must be there likewise, and others may.
     *
     * @param addressed keys under which items are wanted for themselves
     */
    static boolean isThere(Mapping wanted, Mapping present, String itemKey, Set<String> addressed) {
        Map<String, YamlNode> wantedValues = wanted.merged();
        Map<String, YamlNode> presentValues = present.merged();
        boolean allThere = wantedValues.entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(presentValues.get(entry.getKey()))
                        .map(value -> isThere(entry.getValue(), value, itemKey))
                        .orElse(false));
        return allThere
                && presentValues.entrySet().stream()
                        .filter(entry -> !wantedValues.containsKey(entry.getKey()))
                        .allMatch(
                                entry -> addressed.contains(entry.getKey()) || isNamedItems(entry.getValue(), itemKey));
    }

    private static boolean isThere(YamlNode wanted, YamlNode present, String itemKey) {
        if (!isNamedItems(wanted, itemKey) || !isNamedItems(present, itemKey)) {
            return same(wanted, present);
        }
        return ((Sequence) wanted)
                .items().stream()
                        .map(item -> (Mapping) item.resolved())
                        .allMatch(item -> ItemFinder.name(item, itemKey)
                                .flatMap(name -> named((Sequence) present, itemKey, name))
                                .filter(there -> isThere(item, there, itemKey, Set.of()))
                                .isPresent());
    }

    private static Optional<Mapping> named(Sequence sequence, String itemKey, String name) {
        return sequence.items().stream()
                .filter(item -> ItemFinder.name(item, itemKey).equals(Optional.of(name)))
                .map(item -> (Mapping) item.resolved())
                .findFirst();
    }

    private static boolean isNamedItems(YamlNode value, String itemKey) {
        return value instanceof Sequence sequence
                && sequence.items().stream()
                        .allMatch(item -> ItemFinder.name(item, itemKey).isPresent());
    }

    private static boolean same(List<YamlNode> left, List<YamlNode> right) {
        Iterator<YamlNode> others = right.iterator();
        return left.size() == right.size() && left.stream().allMatch(item -> same(item, others.next()));
    }

    private static boolean same(Map<String, YamlNode> left, Map<String, YamlNode> right) {
        return left.keySet().equals(right.keySet())
                && left.entrySet().stream()
                        .allMatch(entry -> Optional.ofNullable(right.get(entry.getKey()))
                                .filter(value -> same(entry.getValue(), value))
                                .isPresent());
    }

    private static boolean same(Scalar left, Scalar right) {
        if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull();
        }
        return left.text().equals(right.text())
                && left.tag().equals(right.tag())
                && left.isString() == right.isString();
    }
}
