package dev.headwater.reconcile;

import dev.headwater.document.edit.ItemPath;
import dev.headwater.document.edit.ItemVerdict;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.document.edit.PasteText;
import dev.headwater.document.edit.RequestedItem;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of one file that were not inserted, by what stands in the way of each list. An item that is not inserted
 * because the one that holds it is not is a part of the text of that one.
 */
final class RefusedItems {

    private final Map<Obstacle, List<RequestedItem>> byObstacle = new LinkedHashMap<>();
    private final Map<ItemPath, List<RequestedItem>> held = new HashMap<>();

    RefusedItems(List<RequestedItem> wanted, List<ItemVerdict> verdicts) {
        Map<ItemPath, Refused> refused = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            RequestedItem item = wanted.get(i);
            if (verdicts.get(i) instanceof Refused refusal) {
                refused.put(item.path(), refusal);
            }
            item.path()
                    .holders()
                    .forEach(holder -> held.computeIfAbsent(holder, any -> new ArrayList<>())
                            .add(item));
        }
        for (RequestedItem item : wanted) {
            Optional.ofNullable(refused.get(item.path()))
                    .filter(refusal -> !isSaidOfHolder(item.path(), refusal, refused))
                    .ifPresent(refusal -> byObstacle
                            .computeIfAbsent(Obstacle.of(item.path(), refusal), any -> new ArrayList<>())
                            .add(item));
        }
    }

    /** All of them, for one reason. */
    static RefusedItems all(List<RequestedItem> wanted, Refused reason) {
        return new RefusedItems(wanted, Collections.nCopies(wanted.size(), reason));
    }

    /**
     * What stands in the way of items of a list.
     *
     * @param refusal what it is
     * @param holder the item that holds the list, if it is not at the root
     * @param key the list's key
     */
    record Obstacle(Diagnostic refusal, Optional<ItemPath> holder, String key) {

        static Obstacle of(ItemPath path, Refused refused) {
            return new Obstacle(refused.diagnostic(), path.parent(), path.last().key());
        }
    }

    private static boolean isSaidOfHolder(ItemPath path, Refused refusal, Map<ItemPath, Refused> refused) {
        return path.holders()
                .anyMatch(holder -> Optional.ofNullable(refused.get(holder))
                        .filter(ofHolder -> refusal.equals(ofHolder) || refusal.equals(ofHolder.forChildOf(holder)))
                        .isPresent());
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
                        items.stream()
                                .map(item -> item.composed(held.getOrDefault(item.path(), List.of())))
                                .toList())));
        return texts;
    }
}
