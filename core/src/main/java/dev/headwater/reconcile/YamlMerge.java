package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
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
            String start = before.orElseGet(() -> fragments.get(0).head());
            YamlEditor.Result result = YamlEditor.edit(
                    start, fragments.stream().map(YamlMerge::wanted).toList());
            for (int i = 0; i < fragments.size(); i++) {
                Fragment fragment = fragments.get(i);
                result.verdicts()
                        .get(i)
                        .refusal()
                        .ifPresent(refusal -> outcome.refuse(path, refusal, Optional.of(fragment.text())));
            }
            outcome.change(path, before, result.text());
        } catch (UnreadableTextException fault) {
            fragments.forEach(fragment -> outcome.refuse(path, Refusal.of(fault), Optional.of(fragment.text())));
        }
    }

    private static YamlWanted wanted(Fragment fragment) {
        Address.YamlItem item = (Address.YamlItem) fragment.address();
        return new YamlWanted(item.path(), fragment.text(), fragment.keep());
    }

    boolean has(Address.YamlItem item) {
        try {
            Optional<String> text = files.text(item.file(), "yaml");
            if (text.isEmpty()) {
                return false;
            }
            new YamlLocator(YamlDocument.parse(text.orElseThrow())).mapping(item.path());
            return true;
        } catch (UnreadableTextException | RefusedException notThere) {
            return false;
        }
    }
}
