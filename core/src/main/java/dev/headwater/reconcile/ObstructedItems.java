package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.edit.ItemFinder;
import dev.headwater.document.edit.ItemPath;
import dev.headwater.document.edit.PasteText;
import dev.headwater.document.edit.RequestedItem;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import java.util.List;
import java.util.Optional;

/** Items of one YAML file that must not be written because of what other people have. The file is read once. */
final class ObstructedItems {

    private final Optional<ItemFinder> finder;
    private final PasteText paste;
    private final ChangeSetBuilder outcome;

    private ObstructedItems(Optional<ItemFinder> finder, PasteText paste, ChangeSetBuilder outcome) {
        this.finder = finder;
        this.paste = paste;
        this.outcome = outcome;
    }

    /** The items of which nothing stands in the way; what does is reported. */
    static List<Fragment> unobstructed(Optional<YamlDocument> file, List<Fragment> items, ChangeSetBuilder outcome) {
        if (items.stream().allMatch(item -> item.obstacles().isEmpty())) {
            return items;
        }
        Optional<ItemFinder> finder = file.flatMap(YamlDocument::root)
                .filter(Mapping.class::isInstance)
                .map(root -> new ItemFinder((Mapping) root));
        PasteText paste = file.map(PasteText::in).orElseGet(() -> PasteText.inUnreadable(""));
        ObstructedItems obstructed = new ObstructedItems(finder, paste, outcome);
        return items.stream().filter(item -> !obstructed.report(item)).toList();
    }

    /** Whether it must not be written. One that is there is compared as others are. */
    private boolean report(Fragment item) {
        RequestedItem asked = YamlMerge.item(item);
        boolean there = isThere(asked.path());
        List<Obstacle> inTheWay = item.obstacles().stream()
                .filter(obstacle -> !there || obstacle.evenWhenThere())
                .toList();
        Optional<String> wanted =
                there ? Optional.empty() : Optional.of(paste.of(asked.path(), List.of(asked.composed(List.of()))));
        inTheWay.forEach(obstacle -> outcome.refuse(obstacle.file(), obstacle.diagnostic(), wanted));
        return !there && !inTheWay.isEmpty();
    }

    private boolean isThere(ItemPath path) {
        try {
            return finder.flatMap(found -> found.find(path)).isPresent();
        } catch (DocumentException severalOfThatName) {
            return true;
        }
    }
}
