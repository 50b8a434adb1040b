package dev.headwater.document.edit;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a wanted item asks for and the item that is there does not say. What it says besides is nobody's business. */
final class ItemDifference {

    private final String itemKey;
    private final List<String> clauses = new ArrayList<>();

    private ItemDifference(String itemKey) {
        this.itemKey = itemKey;
    }

    /**
     * One clause a difference, such as {@code 'a' in line 3 is 1, not 2}.
     *
     * @param itemKey key that tells the items of a list apart
     */
    static List<String> between(Mapping wanted, Mapping present, String itemKey) {
        ItemDifference difference = new ItemDifference(itemKey);
        difference.compare(wanted, present);
        return difference.clauses;
    }

    private void compare(Mapping wanted, Mapping present) {
        present.requireEachKeyOnce();
        Map<String, YamlNode> there = present.merged();
        wanted.merged()
                .forEach((key, value) -> Optional.ofNullable(there.get(key))
                        .ifPresentOrElse(
                                found -> compare(key, value, found),
                                () -> clauses.add("'" + key + "' is missing, which should be " + shown(value))));
    }

    private void compare(String key, YamlNode wanted, YamlNode present) {
        boolean sameTag = wanted.tag().equals(present.tag());
        if (sameTag && wanted instanceof Mapping mapping && present instanceof Mapping other) {
            compare(mapping, other);
        } else if (sameTag && wanted instanceof Sequence sequence && present instanceof Sequence other) {
            compare(key, sequence, other);
        } else if (!Meaning.same(wanted, present)) {
            clauses.add("'" + key + "' in line " + present.line() + " is " + shown(present) + ", not " + shown(wanted));
        }
    }

    /** Each wanted element must be there; in which order, and among which others, is the team's business. */
    private void compare(String key, Sequence wanted, Sequence present) {
        List<YamlNode> others = new ArrayList<>(present.elements());
        for (YamlNode element : wanted.elements()) {
            Optional<Mapping> namesake = namesake(element, wanted, present);
            if (namesake.isPresent()) {
                compare((Mapping) element, namesake.orElseThrow());
            } else if (!remove(element, others)) {
                clauses.add("'" + key + "' in line " + present.line() + " lacks " + shown(element));
            }
        }
    }

    /** The element of the same name; of lists of one mapping each, that one. */
    private Optional<Mapping> namesake(YamlNode element, Sequence wanted, Sequence present) {
        if (!(element instanceof Mapping)) {
            return Optional.empty();
        }
        Optional<String> name = ItemFinder.name(element, itemKey);
        boolean only =
                name.isEmpty() && wanted.items().size() == 1 && present.items().size() == 1;
        return present.elements().stream()
                .filter(other -> only
                        || (name.isPresent() && ItemFinder.name(other, itemKey).equals(name)))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .findFirst();
    }

    private boolean remove(YamlNode element, List<YamlNode> others) {
        for (YamlNode other : others) {
            if (says(element, other)) {
                others.remove(other);
                return true;
            }
        }
        return false;
    }

    private boolean says(YamlNode wanted, YamlNode present) {
        if (wanted instanceof Scalar scalar && present instanceof Mapping mapping) {
            // A bare name such as a test's may have settings: `- unique` becomes `- unique: {config: ...}`.
            return scalar.isString() && mapping.merged().keySet().equals(Set.of(scalar.text()));
        }
        ItemDifference difference = new ItemDifference(itemKey);
        difference.compare("", wanted, present);
        return difference.clauses.isEmpty();
    }

    private static String shown(YamlNode node) {
        YamlNode resolved = node.resolved();
        if (resolved instanceof Scalar scalar) {
            return scalar.isString() ? "\"" + scalar.text() + "\"" : scalar.isNull() ? "null" : scalar.text();
        }
        if (resolved instanceof Mapping mapping) {
            return mapping.merged().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return resolved.elements().stream().map(ItemDifference::shown).collect(Collectors.joining(", ", "[", "]"));
    }
}
