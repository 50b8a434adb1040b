package dev.headwater.document.edit;

import dev.headwater.document.YamlNode;
import dev.headwater.document.edit.ItemVerdict.Inserted;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New items with the new items they hold written into them, grouped by the places they go to. An item is composed by
 * the same edit as a file.
 */
final class Composition {

    private final List<RequestedItem> wanted;
    private final Map<ItemPath, ItemVerdict> verdicts = new HashMap<>();
    private final List<Insertion> insertions = new ArrayList<>();

    private Composition(List<RequestedItem> wanted) {
        this.wanted = wanted;
    }

    static Composition of(List<RequestedItem> wanted, ItemVerdicts decided) {
        Composition composition = new Composition(wanted);
        Map<ItemPath, List<RequestedItem>> held = new HashMap<>();
        for (RequestedItem item : wanted) {
            composition.verdicts.put(item.path(), decided.on(item.path()));
            decided.newAncestor(item.path())
                    .ifPresent(ancestor -> held.computeIfAbsent(ancestor, any -> new ArrayList<>())
                            .add(item));
        }
        composition.compose(decided.spotOfNew(), held);
        return composition;
    }

    List<Insertion> insertions() {
        return insertions;
    }

    /** One for each wanted item, in their order. */
    List<ItemVerdict> verdicts() {
        return wanted.stream()
                .map(item -> Optional.ofNullable(verdicts.get(item.path())).orElseThrow())
                .toList();
    }

    /** The verdicts when nothing is inserted, for this reason. */
    List<ItemVerdict> verdictsWithout(Refused reason) {
        return verdicts().stream()
                .map(verdict -> verdict instanceof Inserted ? reason : verdict)
                .toList();
    }

    private void compose(Map<ItemPath, InsertionPoint> spots, Map<ItemPath, List<RequestedItem>> held) {
        IdentityHashMap<YamlNode, Map<String, List<NewItem>>> itemsOfSpot = new IdentityHashMap<>();
        List<InsertionPoint> distinct = new ArrayList<>();
        for (RequestedItem item : wanted) {
            Optional.ofNullable(spots.get(item.path())).ifPresent(spot -> {
                NewItem composed = compose(item, held.getOrDefault(item.path(), List.of()), spot);
                itemsOfSpot
                        .computeIfAbsent(spot.changed(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(spot.key(), any -> {
                            distinct.add(spot);
                            return new ArrayList<>();
                        })
                        .add(composed);
            });
        }
        distinct.forEach(spot -> insertions.add(new Insertion(
                spot, itemsOfSpot.getOrDefault(spot.changed(), Map.of()).getOrDefault(spot.key(), List.of()))));
    }

    private NewItem compose(RequestedItem item, List<RequestedItem> held, InsertionPoint spot) {
        NewItem alone = new NewItem(item.text(), item.content());
        if (held.isEmpty()) {
            return alone;
        }
        YamlEdit composed = item.holding(held);
        for (int i = 0; i < held.size(); i++) {
            verdicts.put(held.get(i).path(), inFile(composed.verdicts().get(i), spot));
        }
        return NewItem.of(composed.text());
    }

    private static ItemVerdict inFile(ItemVerdict inItem, InsertionPoint spot) {
        return inItem instanceof Refused refused
                ? new Refused(new Diagnostic(
                        refused.diagnostic().code(),
                        spot.changed().line(),
                        refused.diagnostic().message(),
                        refused.diagnostic().hint()))
                : new Inserted();
    }
}
