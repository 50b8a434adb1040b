package dev.headwater.reconcile;

import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares items by what they mean: the order of keys, quotes and layout do not count, and neither do children that
 * have, or could have, addresses of their own.
 */
final class YamlMeaning {

    private static final int DEEPEST = 50;

    private final YamlDocument there;
    private final YamlDocument wanted;
    private final String itemKey;

    YamlMeaning(YamlDocument there, YamlDocument wanted, String itemKey) {
        this.there = there;
        this.wanted = wanted;
        this.itemKey = itemKey;
    }

    /** Whether an item that is there says what is wanted, its addressable children left out. */
    boolean holds(YamlNode item, YamlNode wantedItem) {
        return holds(there.resolve(item), wantedItem, 0);
    }

    private boolean holds(YamlNode item, YamlNode wantedItem, int depth) {
        if (item.kind() != Kind.MAPPING || wantedItem.kind() != Kind.MAPPING || depth > DEEPEST) {
            return same(item, wantedItem, depth);
        }
        for (String key : keys(item, wantedItem)) {
            Optional<YamlNode> mine = item.get(key).map(there::resolve);
            Optional<YamlNode> other = wantedItem.get(key);
            boolean children = mine.map(this::areChildren).orElse(true)
                    && other.map(this::areChildren).orElse(true);
            if (children && other.isEmpty()) {
                continue;
            }
            boolean holds = children && mine.isPresent()
                    ? childrenHold(mine.orElseThrow(), other.orElseThrow(), depth)
                    : mine.isPresent() && other.isPresent() && same(mine.orElseThrow(), other.orElseThrow(), depth);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> keys(YamlNode one, YamlNode other) {
        Set<String> keys = new HashSet<>();
        one.entries().forEach(entry -> keys.add(entry.key().text()));
        other.entries().forEach(entry -> keys.add(entry.key().text()));
        return keys;
    }

    private boolean areChildren(YamlNode node) {
        return node.kind() == Kind.SEQUENCE
                && node.items().stream()
                        .map(there::resolve)
                        .allMatch(item ->
                                item.kind() == Kind.MAPPING && item.get(itemKey).isPresent());
    }

    private boolean childrenHold(YamlNode items, YamlNode wantedItems, int depth) {
        return wantedItems.items().stream()
                .allMatch(child -> items.items().stream()
                        .map(there::resolve)
                        .anyMatch(item ->
                                sameText(item.get(itemKey), child.get(itemKey)) && holds(item, child, depth + 1)));
    }

    private static boolean sameText(Optional<YamlNode> one, Optional<YamlNode> other) {
        return one.map(YamlNode::text).equals(other.map(YamlNode::text));
    }

    private boolean same(YamlNode raw, YamlNode rawWanted, int depth) {
        YamlNode one = there.resolve(raw);
        YamlNode other = wanted.resolve(rawWanted);
        if (one.kind() != other.kind() || depth > DEEPEST) {
            return false;
        }
        return switch (one.kind()) {
            case SCALAR -> one.text().equals(other.text()) && one.isString() == other.isString();
            case SEQUENCE -> sameItems(one.items(), other.items(), depth);
            case MAPPING ->
                one.entries().size() == other.entries().size()
                        && one.entries().stream()
                                .allMatch(entry -> other.get(entry.key().text())
                                        .filter(value -> same(entry.value(), value, depth + 1))
                                        .isPresent());
            case ALIAS -> false;
        };
    }

    private boolean sameItems(List<YamlNode> items, List<YamlNode> others, int depth) {
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!same(items.get(i), others.get(i), depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
