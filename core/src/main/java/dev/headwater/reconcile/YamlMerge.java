package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.reconcile.ItemVerdict.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items of one YAML file. */
final class YamlMerge {

    private final RepositoryFiles files;
    private final Outcome outcome;

    YamlMerge(RepositoryFiles files, Outcome outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    void merge(String path, List<Fragment> fragments) {
        List<Fragment> items = new ArrayList<>();
        for (Fragment fragment : fragments) {
            if (isItem((Address.YamlItem) fragment.address())) {
                items.add(fragment);
            } else {
                refuseEntry(path, fragment);
            }
        }
        if (!items.isEmpty()) {
            mergeItems(path, items);
        }
    }

    private void refuseEntry(String path, Fragment fragment) {
        Refusal byHand = new Refusal(
                "yaml.by-hand", 0, Thing.at(fragment.address()) + " is not an item of a list.", "Add it by hand.");
        outcome.refuse(path, byHand, Optional.of(fragment.text()));
    }

    private void mergeItems(String path, List<Fragment> items) {
        try {
            Optional<String> before = files.text(path, "yaml");
            List<Fragment> free = ObstructedItems.unobstructed(before, items, outcome);
            if (!free.isEmpty()) {
                insert(path, before, free);
            }
        } catch (UnreadableTextException fault) {
            refuse(path, RefusedItems.all(wanted(items), Refused.of(fault)), files.look(path));
        }
    }

    private void insert(String path, Optional<String> before, List<Fragment> items) {
        List<WantedItem> wanted = wanted(items);
        String start = before.orElseGet(() -> start(items));
        YamlEdit edit = new YamlEditor().edit(start, wanted);
        refuse(path, new RefusedItems(wanted, edit.verdicts()), start);
        if (!edit.text().equals(start)) {
            outcome.change(path, before, edit.text());
        }
    }

    private static List<WantedItem> wanted(List<Fragment> items) {
        return items.stream().map(WantedItem::of).toList();
    }

    private void refuse(String path, RefusedItems refused, String file) {
        if (!refused.isEmpty()) {
            PasteText paste = new PasteText(file);
            refused.texts(paste)
                    .forEach((obstacle, text) -> outcome.refuse(path, obstacle.refusal(), Optional.of(text)));
        }
    }

    /** What a new file starts with: what is said, or else the key of the first list. */
    private static String start(List<Fragment> items) {
        return items.stream()
                .map(Fragment::head)
                .filter(head -> !head.isBlank())
                .findFirst()
                .orElseGet(() -> Splicer.keyText(WantedItem.of(items.get(0))
                                .path()
                                .steps()
                                .get(0)
                                .key()) + ": []\n");
    }

    private static boolean isItem(Address.YamlItem address) {
        return address.path().stream().allMatch(segment -> segment.match().isPresent());
    }

    /** Whether it is there for a reader of the file; a file that cannot be read throws. */
    boolean has(Address.YamlItem item) {
        Optional<YamlNode> at = files.text(item.file(), "yaml")
                .flatMap(text -> YamlDocument.parse(text).root());
        for (Address.Segment segment : item.path()) {
            at = at.flatMap(node -> node.value(segment.key())).flatMap(value -> matching(value, segment));
        }
        return at.isPresent();
    }

    private static Optional<YamlNode> matching(YamlNode value, Address.Segment segment) {
        if (segment.match().isEmpty()) {
            return Optional.of(value);
        }
        Address.Match match = segment.match().orElseThrow();
        return value.elements().stream()
                .filter(element -> (match.key().isEmpty()
                                ? element.string()
                                : element.value(match.key()).flatMap(YamlNode::string))
                        .filter(match.value()::equals)
                        .isPresent())
                .findFirst();
    }
}
