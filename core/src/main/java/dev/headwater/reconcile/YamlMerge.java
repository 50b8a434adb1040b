package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode.Mapping;
import dev.headwater.reconcile.ItemVerdict.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items of one YAML file. */
final class YamlMerge {

    private final RepositoryFiles files;
    private final Reconciler.Outcome outcome;

    YamlMerge(RepositoryFiles files, Reconciler.Outcome outcome) {
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
                                fragment.address() + " is not an item of a list.",
                                "Add it by hand."),
                        Optional.of(fragment.text()));
            }
        }
        String start = before.orElseGet(() -> fragments.get(0).head());
        YamlEdit edit = new YamlEditor()
                .edit(start, items.stream().map(YamlMerge::wanted).toList());
        for (int i = 0; i < items.size(); i++) {
            if (edit.verdicts().get(i) instanceof Refused refused) {
                outcome.refuse(
                        path,
                        Refusal.of(refused.code(), refused.line(), refused.message()),
                        Optional.of(items.get(i).text()));
            }
        }
        outcome.change(path, before, edit.text());
    }

    private static boolean isItem(Address.YamlItem address) {
        return address.path().stream().allMatch(segment -> segment.match().isPresent());
    }

    private static WantedItem wanted(Fragment fragment) {
        WantedItem.Keep keep = fragment.keep() == Fragment.Keep.ONCE ? WantedItem.Keep.ONCE : WantedItem.Keep.MANAGED;
        return new WantedItem(path((Address.YamlItem) fragment.address()), fragment.text(), keep);
    }

    private static ItemPath path(Address.YamlItem address) {
        return new ItemPath(address.path().stream()
                .map(segment -> {
                    Address.Match match = segment.match().orElseThrow();
                    return new ItemPath.Step(segment.key(), match.key(), match.value());
                })
                .toList());
    }

    boolean has(Address.YamlItem item) {
        try {
            return isItem(item)
                    && files.text(item.file(), "yaml")
                            .flatMap(text -> YamlDocument.parse(text).root())
                            .filter(Mapping.class::isInstance)
                            .flatMap(root -> new ItemFinder((Mapping) root).find(path(item)))
                            .isPresent();
        } catch (UnreadableTextException | RefusedEditException notThere) {
            return false;
        }
    }
}
