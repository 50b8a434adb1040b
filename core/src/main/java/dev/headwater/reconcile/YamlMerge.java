package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.PathSegment;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.edit.ItemPath;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.document.edit.PasteText;
import dev.headwater.document.edit.RequestedItem;
import dev.headwater.document.edit.Splicer;
import dev.headwater.document.edit.YamlEdit;
import dev.headwater.document.edit.YamlEditor;
import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import java.util.List;
import java.util.Optional;

/** Items of one YAML file. */
final class YamlMerge {

    private final RepositoryFiles files;
    private final ChangeSetBuilder outcome;

    YamlMerge(RepositoryFiles files, ChangeSetBuilder outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    void merge(String path, List<Fragment> items) {
        try {
            Optional<YamlDocument> before = files.yaml(path);
            List<Fragment> free = ObstructedItems.unobstructed(before, items, outcome);
            if (!free.isEmpty()) {
                insert(path, before, free);
            }
        } catch (DocumentException fault) {
            refuse(
                    path,
                    RefusedItems.all(wanted(items), new Refused(fault.diagnostic())),
                    PasteText.inUnreadable(files.look(path)));
        }
    }

    private void insert(String path, Optional<YamlDocument> before, List<Fragment> items) {
        List<RequestedItem> wanted = wanted(items);
        YamlDocument start = before.orElseGet(() -> YamlDocument.parse(start(items)));
        YamlEdit edit = new YamlEditor().edit(start, wanted);
        refuse(path, new RefusedItems(wanted, edit.verdicts()), PasteText.in(start));
        if (!edit.text().equals(start.text())) {
            outcome.change(path, before.map(YamlDocument::text), edit.text());
        }
    }

    private static List<RequestedItem> wanted(List<Fragment> items) {
        return items.stream().map(YamlMerge::item).toList();
    }

    private void refuse(String path, RefusedItems refused, PasteText paste) {
        if (!refused.isEmpty()) {
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
                .orElseGet(() ->
                        Splicer.keyText(item(items.get(0)).path().steps().get(0).key()) + ": []\n");
    }

    static RequestedItem item(Fragment fragment) {
        return new RequestedItem(
                new ItemPath(((Address.YamlItem) fragment.address()).path()),
                fragment.text(),
                fragment.keep() == Keep.ONCE);
    }

    /** Whether it is there for a reader of the file; a file that cannot be read throws. */
    boolean has(Address.YamlItem item) {
        Optional<YamlNode> at = files.yaml(item.file()).flatMap(YamlDocument::root);
        for (PathSegment segment : item.path()) {
            at = at.flatMap(node -> node.value(segment.key())).flatMap(value -> matching(value, segment));
        }
        return at.isPresent();
    }

    private static Optional<YamlNode> matching(YamlNode value, PathSegment segment) {
        if (segment.match().isEmpty()) {
            return Optional.of(value);
        }
        PathSegment.Match match = segment.match().orElseThrow();
        return value.elements().stream()
                .filter(element -> (match.key().isEmpty()
                                ? element.string()
                                : element.value(match.key()).flatMap(YamlNode::string))
                        .filter(match.value()::equals)
                        .isPresent())
                .findFirst();
    }
}
