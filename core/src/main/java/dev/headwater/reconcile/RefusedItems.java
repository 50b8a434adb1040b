package dev.headwater.reconcile;

import dev.headwater.reconcile.ItemVerdict.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of one file that were not inserted, by what stands in the way of each list. An item that is not inserted
 * because the one that holds it is not is a part of the text of that one.
 */
final class RefusedItems {

    private final List<WantedItem> wanted;
    private final Map<Obstacle, List<WantedItem>> byObstacle = new LinkedHashMap<>();

    RefusedItems(List<WantedItem> wanted, List<ItemVerdict> verdicts) {
        this.wanted = wanted;
        Map<WantedItem, Refused> refused = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (verdicts.get(i) instanceof Refused refusal) {
                refused.put(wanted.get(i), refusal);
            }
        }
        refused.forEach((item, refusal) -> {
            if (!isSaidOfHolder(item, refusal, refused)) {
                byObstacle
                        .computeIfAbsent(Obstacle.of(item.path(), refusal), any -> new ArrayList<>())
                        .add(item);
            }
        });
    }

    /** All of them, for one reason. */
    static RefusedItems all(List<WantedItem> wanted, Refused reason) {
        return new RefusedItems(wanted, Collections.nCopies(wanted.size(), reason));
    }

    /**
     * What stands in the way of items of a list.
     *
     * @param refusal what it is
     * @param holder the item that holds the list, if it is not at the root
     * @param key the list's key
     */
    record Obstacle(Refusal refusal, Optional<ItemPath> holder, String key) {

        static Obstacle of(ItemPath path, Refused refused) {
            Refusal refusal = new Refusal(refused.code(), refused.line(), refused.message(), refused.hint());
            return new Obstacle(refusal, path.parent(), path.last().key());
        }
    }

    private static boolean isSaidOfHolder(WantedItem item, Refused refusal, Map<WantedItem, Refused> refused) {
        return refused.entrySet().stream()
                .filter(holder -> item.isIn(holder.getKey()))
                .anyMatch(holder -> refusal.equals(holder.getValue())
                        || refusal.equals(
                                holder.getValue().forChildOf(holder.getKey().path())));
    }

    boolean isEmpty() {
        return byObstacle.isEmpty();
    }

    /** The text to paste for each obstacle. */
    Map<Obstacle, String> texts(PasteText paste) {
        Map<Obstacle, String> texts = new LinkedHashMap<>();
        byObstacle.forEach((obstacle, items) -> texts.put(
                obstacle,
                paste.of(
                        items.get(0).path(),
                        items.stream().map(this::withWhatItHolds).toList())));
        return texts;
    }

    private NewItem withWhatItHolds(WantedItem item) {
        List<WantedItem> held =
                wanted.stream().filter(other -> other.isIn(item)).toList();
        return item.composed(held);
    }
}
