package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.PathSegment;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Alias;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import java.util.Optional;

/**
 * Finds where an item can be appended. Strict where {@link ItemFinder} is not: every step on the way must be written
 * out in block style, so that a change of its text changes this place and no other.
 */
final class InsertionPointFinder {

    private final Mapping root;
    private final ItemFinder items;
    private final String text;

    InsertionPointFinder(Mapping root, ItemFinder items, String text) {
        this.root = root;
        this.text = text;
        this.items = items;
    }

    InsertionPoint spot(ItemPath path) {
        Mapping parent = editable(root);
        for (PathSegment step : path.steps().subList(0, path.steps().size() - 1)) {
            parent = step(parent, step);
        }
        String key = path.last().key();
        Mapping holder = parent;
        boolean inItem = path.steps().size() > 1;
        return ownEntry(parent, key)
                .map(entry -> spot(entry, inItem))
                .orElseGet(() -> new InsertionPoint.NewKey(holder, key, inItem));
    }

    private Mapping step(Mapping parent, PathSegment step) {
        Entry entry = ownEntry(parent, step.key()).orElseThrow(() -> missing(step, parent));
        if (isEmpty(entry.value())) {
            throw missing(step, entry.key());
        }
        blockSequence(entry);
        YamlNode item = items.find(parent, step).orElseThrow(() -> missing(step, entry.key()));
        boolean namedHere = item instanceof Mapping own
                && own.entry(step.match().orElseThrow().key()).isPresent();
        if (!namedHere) {
            throw new DocumentException(
                    "yaml.indirect-item",
                    item.line(),
                    "'" + step.match().orElseThrow().value() + "' comes from an anchor elsewhere.",
                    "Write the item out here.");
        }
        return editable((Mapping) item);
    }

    private InsertionPoint spot(Entry entry, boolean inItem) {
        if (!isEmpty(entry.value())) {
            return new InsertionPoint.AfterItems(entry, blockSequence(entry));
        }
        requireBare(entry.value());
        boolean onKeysLine = entry.value().line() == entry.key().line();
        boolean isShort = !(entry.value() instanceof Sequence brackets) || isPlainBrackets(brackets);
        if (!onKeysLine || !isShort) {
            throw new DocumentException(
                    "yaml.empty-layout",
                    entry.key().line(),
                    "The empty value of '" + entry.key().text() + "' is spread out.",
                    "Write '" + entry.key().text() + ": []' on one line.");
        }
        return new InsertionPoint.EmptyValue(entry, inItem);
    }

    private boolean isPlainBrackets(Sequence brackets) {
        String written =
                text.substring(brackets.place().start(), brackets.place().end());
        return written.startsWith("[") && written.indexOf('\n') < 0;
    }

    private static boolean isEmpty(YamlNode value) {
        return value instanceof Sequence sequence
                ? sequence.items().isEmpty()
                : value instanceof Scalar scalar && scalar.isNull();
    }

    private static Sequence blockSequence(Entry entry) {
        String key = entry.key().text();
        int line = entry.key().line();
        if (entry.value() instanceof Alias alias) {
            throw new DocumentException(
                    "yaml.alias-value",
                    line,
                    "'" + key + "' is the alias '" + alias + "'.",
                    "Write its items out as a block sequence.");
        }
        if (!(entry.value() instanceof Sequence sequence)) {
            throw new DocumentException(
                    "yaml.not-a-sequence",
                    line,
                    "'" + key + "' holds something other than a list.",
                    "Make it a block sequence of items.");
        }
        if (sequence.flow()) {
            throw new DocumentException(
                    "yaml.flow-sequence",
                    line,
                    "'" + key + "' is a list in brackets.",
                    "Write '" + key + ":' as a block sequence, one '- ' an item.");
        }
        requireBare(sequence);
        return sequence;
    }

    private static Optional<Entry> ownEntry(Mapping mapping, String key) {
        Optional<Entry> own = mapping.entry(key);
        if (own.isEmpty() && mapping.find(key).isPresent()) {
            throw new DocumentException(
                    "yaml.merged-value",
                    mapping.line(),
                    "'" + key + "' is merged in here with '<<'.",
                    "Write '" + key + ":' out in this mapping.");
        }
        return own;
    }

    private static Mapping editable(Mapping mapping) {
        if (mapping.flow()) {
            throw new DocumentException(
                    "yaml.flow-parent",
                    mapping.line(),
                    "What should hold the item is written in braces.",
                    "Write it in block style, one key a line.");
        }
        requireBare(mapping);
        return mapping;
    }

    private static void requireBare(YamlNode node) {
        node.anchor().ifPresent(anchor -> {
            throw new DocumentException(
                    "yaml.anchored-parent",
                    node.line(),
                    "A change here would also change every use of the anchor '" + anchor + "'.",
                    "Write the place out without an anchor.");
        });
        node.tag().ifPresent(tag -> {
            throw new DocumentException(
                    "yaml.tagged-parent",
                    node.line(),
                    "The tag '" + tag + "' may give this place another meaning.",
                    "Remove the tag.");
        });
    }

    private static DocumentException missing(PathSegment step, YamlNode near) {
        return new DocumentException(
                "yaml.missing-parent",
                near.line(),
                "There is no '" + step.match().orElseThrow().value() + "' under '" + step.key() + "' to hold the item.",
                "Add it first.");
    }
}
