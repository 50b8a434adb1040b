package dev.headwater.reconcile;

import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** Items of one YAML file that must not be written because of what other people have. The file is read once. */
final class ObstructedItems {

    private final Optional<ItemFinder> finder;
    private final PasteText paste;
    private final Outcome outcome;

    private ObstructedItems(Optional<ItemFinder> finder, PasteText paste, Outcome outcome) {
        this.finder = finder;
        this.paste = paste;
        this.outcome = outcome;
    }

    /** The items of which nothing stands in the way; what does is reported. */
    static List<Fragment> unobstructed(Optional<String> file, List<Fragment> items, Outcome outcome) {
        if (items.stream().allMatch(item -> item.obstacles().isEmpty())) {
            return items;
        }
        try {
            Optional<ItemFinder> finder = file.flatMap(
                            text -> YamlDocument.parse(text).root())
                    .filter(Mapping.class::isInstance)
                    .map(root -> new ItemFinder((Mapping) root));
            ObstructedItems obstructed = new ObstructedItems(finder, new PasteText(file.orElse("")), outcome);
            return items.stream().filter(item -> !obstructed.report(item)).toList();
        } catch (UnreadableTextException reportedByTheEditor) {
            return items;
        }
    }

    /** Whether it must not be written. One that is there is compared as others are. */
    private boolean report(Fragment item) {
        WantedItem asked = WantedItem.of(item);
        boolean there = isThere(asked.path());
        List<Obstacle> inTheWay = item.obstacles().stream()
                .filter(obstacle -> !there || obstacle.evenWhenThere())
                .toList();
        Optional<String> wanted =
                there ? Optional.empty() : Optional.of(paste.of(asked.path(), List.of(asked.composed(List.of()))));
        inTheWay.forEach(obstacle -> outcome.refuse(obstacle.file(), Refusal.of(obstacle), wanted));
        return !there && !inTheWay.isEmpty();
    }

    private boolean isThere(ItemPath path) {
        try {
            return finder.flatMap(found -> found.find(path)).isPresent();
        } catch (RefusedEditException severalOfThatName) {
            return true;
        }
    }
}
