package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.PathSegment.Match;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.edit.ItemVerdict.Inserted;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.document.edit.ItemVerdict.Unchanged;
import dev.headwater.problem.Diagnostic;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says of each wanted item whether it is there, can be inserted and where, or is refused. Not thread-safe. */
final class ItemVerdicts {

    private final ItemFinder finder;
    private final InsertionPointFinder spots;
    private final Splicer splicer;
    private final Map<ItemPath, ItemVerdict> verdicts = new HashMap<>();
    private final Map<ItemPath, InsertionPoint> spotOfNew = new LinkedHashMap<>();

    ItemVerdicts(ItemFinder finder, InsertionPointFinder spots, Splicer splicer) {
        this.finder = finder;
        this.spots = spots;
        this.splicer = splicer;
    }

    /** Decides on all items that are wanted in the file; on each parent before the items in it. */
    void decide(List<RequestedItem> wanted) {
        int deepest = wanted.stream()
                .mapToInt(item -> item.path().steps().size())
                .max()
                .orElse(0);
        IntStream.rangeClosed(1, deepest)
                .forEach(depth -> wanted.stream()
                        .filter(item -> item.path().steps().size() == depth)
                        .forEach(item -> verdicts.put(item.path(), verdict(item))));
    }

    ItemVerdict on(ItemPath path) {
        return Optional.ofNullable(verdicts.get(path)).orElseThrow();
    }

    /** Where the items go which no other new item holds. */
    Map<ItemPath, InsertionPoint> spotOfNew() {
        return spotOfNew;
    }

    /** The outermost new item that holds this one. */
    Optional<ItemPath> newAncestor(ItemPath path) {
        return path.holders().filter(spotOfNew::containsKey).findFirst();
    }

    private ItemVerdict verdict(RequestedItem item) {
        if (newAncestor(item.path()).isPresent()) {
            return new Inserted();
        }
        try {
            return finder.find(item.path())
                    .map(present -> verdictOnPresent(item, present))
                    .orElseGet(() -> verdictOnAbsent(item.path()));
        } catch (DocumentException fault) {
            return new Refused(fault.diagnostic());
        }
    }

    private static ItemVerdict verdictOnPresent(RequestedItem item, Mapping present) {
        if (item.once()) {
            return new Unchanged();
        }
        Match match = item.path().match();
        List<String> differences = ItemDifference.between(item.content(), present, match.key());
        return differences.isEmpty()
                ? new Unchanged()
                : new Refused(new Diagnostic(
                        "yaml.name-taken",
                        present.line(),
                        "'" + match.value() + "' is under '"
                                + item.path().last().key() + "' already, but " + String.join("; ", differences) + ".",
                        "Make it say what is wanted, or rename it."));
    }

    private ItemVerdict verdictOnAbsent(ItemPath path) {
        Optional<Refused> refusedAncestor = path.holders()
                .filter(ancestor -> verdicts.get(ancestor) instanceof Refused)
                .filter(ancestor -> finder.find(ancestor).isEmpty())
                .map(ancestor -> ((Refused) on(ancestor)).forChildOf(ancestor))
                .findFirst();
        if (refusedAncestor.isPresent()) {
            return refusedAncestor.get();
        }
        InsertionPoint spot = spots.spot(path);
        splicer.requireClosedEnd(spot);
        spotOfNew.put(path, spot);
        return new Inserted();
    }
}
