package dev.headwater.document.edit;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Alias;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The proof of an edit: the new document is the old one plus exactly the inserted items. Compared are structure,
 * styles, anchors, tags, aliases and values; places may differ.
 */
final class EditProof {

    private final IdentityHashMap<YamlNode, List<Insertion>> insertions = new IdentityHashMap<>();

    EditProof(List<Insertion> insertions) {
        for (Insertion insertion : insertions) {
            this.insertions
                    .computeIfAbsent(insertion.spot().changed(), any -> new ArrayList<>())
                    .add(insertion);
        }
    }

    boolean holds(YamlNode before, YamlNode after) {
        List<Insertion> here = insertions.getOrDefault(before, List.of());
        if (!here.isEmpty() && here.get(0).spot() instanceof InsertionPoint.EmptyValue) {
            return isBlockOf(here.get(0).items(), after);
        }
        if (!before.anchor().equals(after.anchor()) || !before.tag().equals(after.tag())) {
            return false;
        }
        if (before instanceof Mapping old) {
            return after instanceof Mapping changed && mappingHolds(old, changed, here);
        }
        if (before instanceof Sequence old) {
            return after instanceof Sequence changed && sequenceHolds(old, changed, here);
        }
        if (before instanceof Scalar old) {
            return after instanceof Scalar same
                    && old.style() == same.style()
                    && old.text().equals(same.text());
        }
        return after instanceof Alias same && ((Alias) before).name().equals(same.name());
    }

    private boolean mappingHolds(Mapping before, Mapping after, List<Insertion> newKeys) {
        List<Entry> old = before.entries();
        List<Entry> now = after.entries();
        if (before.flow() != after.flow() || now.size() != old.size() + newKeys.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!holds(old.get(i).key(), now.get(i).key())
                    || !holds(old.get(i).value(), now.get(i).value())) {
                return false;
            }
        }
        for (int i = 0; i < newKeys.size(); i++) {
            Entry added = now.get(old.size() + i);
            boolean isKey = added.key().text().equals(newKeys.get(i).spot().key());
            if (!isKey || !isBlockOf(newKeys.get(i).items(), added.value())) {
                return false;
            }
        }
        return true;
    }

    private boolean sequenceHolds(Sequence before, Sequence after, List<Insertion> here) {
        List<YamlNode> expected = new ArrayList<>(before.items());
        here.forEach(insertion -> expected.addAll(contents(insertion.items())));
        return before.flow() == after.flow() && allHold(expected, after.items());
    }

    private boolean isBlockOf(List<NewItem> items, YamlNode after) {
        return after instanceof Sequence sequence
                && !sequence.flow()
                && sequence.anchor().isEmpty()
                && sequence.tag().isEmpty()
                && allHold(contents(items), sequence.items());
    }

    private boolean allHold(List<? extends YamlNode> expected, List<YamlNode> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!holds(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Mapping> contents(List<NewItem> items) {
        return items.stream().map(NewItem::content).toList();
    }
}
