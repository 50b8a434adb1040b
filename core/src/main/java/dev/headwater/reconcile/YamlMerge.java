package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.PathSegment;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
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
        YamlDocument start = before.orElseGet(() -> start(items));
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

    /** What a new file starts with: what is said, and the key of the first list where that holds no key. */
    private static YamlDocument start(List<Fragment> items) {
        Fragment first = items.get(0);
        String said = items.stream()
                .map(Fragment::head)
                .filter(head -> !head.isBlank())
                .findFirst()
                .orElse("");
        YamlDocument start = parsed(first, said);
        if (start.root().filter(root -> !isNull(root)).isPresent()) {
            return start;
        }
        String key = Splicer.keyText(item(first).path().steps().get(0).key());
        return parsed(first, said + (said.isEmpty() || said.endsWith("\n") ? "" : "\n") + key + ": []\n");
    }

    private static boolean isNull(YamlNode root) {
        return root instanceof Scalar scalar && scalar.isNull();
    }

    private static YamlDocument parsed(Fragment item, String start) {
        String what = "What a file starts with for " + item.address() + " is not YAML";
        try {
            YamlDocument document = YamlDocument.parse(start);
            if (document.root()
                    .filter(root -> !isNull(root) && !(root instanceof Mapping))
                    .isPresent()) {
                throw new IllegalArgumentException(what + " of keys with values: " + start);
            }
            return document;
        } catch (DocumentException fault) {
            throw new IllegalArgumentException(what + ": " + fault.getMessage(), fault);
        }
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
