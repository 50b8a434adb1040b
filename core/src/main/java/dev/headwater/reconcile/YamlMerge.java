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
        try {
            Optional<String> before = files.text(path, "yaml");
            edit(path, before, fragments);
        } catch (UnreadableTextException fault) {
            fragments.forEach(fragment -> outcome.refuse(path, Refusal.of(fault), Optional.of(fragment.text())));
        }
    }

    private void edit(String path, Optional<String> before, List<Fragment> fragments) {
        List<Fragment> items = new ArrayList<>();
        for (Fragment fragment : fragments) {
            if (isItem((Address.YamlItem) fragment.address())) {
                items.add(fragment);
            } else {
                outcome.refuse(
                        path,
                        new Refusal(
                                "yaml.by-hand",
                                0,
                                Thing.at(fragment.address()) + " is not an item of a list.",
                                "Add it by hand."),
                        Optional.of(fragment.text()));
            }
        }
        if (items.isEmpty()) {
            return;
        }
        String start = before.orElseGet(() -> start(items));
        YamlEdit edit = new YamlEditor()
                .edit(start, items.stream().map(YamlMerge::wanted).toList());
        for (int i = 0; i < items.size(); i++) {
            if (edit.verdicts().get(i) instanceof Refused refused) {
                outcome.refuse(
                        path,
                        new Refusal(refused.code(), refused.line(), refused.message(), refused.hint()),
                        Optional.of(items.get(i).text()));
            }
        }
        if (!edit.text().equals(start)) {
            outcome.change(path, before, edit.text());
        }
    }

    /** What a new file starts with: what is said, or else the key of the first list. */
    private static String start(List<Fragment> items) {
        return items.stream()
                .map(Fragment::head)
                .filter(head -> !head.isBlank())
                .findFirst()
                .orElseGet(() -> Splicer.keyText(
                                wanted(items.get(0)).path().steps().get(0).key()) + ": []\n");
    }

    private static boolean isItem(Address.YamlItem address) {
        return address.path().stream().allMatch(segment -> segment.match().isPresent());
    }

    private static WantedItem wanted(Fragment fragment) {
        return new WantedItem(
                new ItemPath(((Address.YamlItem) fragment.address()).path()), fragment.text(), fragment.keep());
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
