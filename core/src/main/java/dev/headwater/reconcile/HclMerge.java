package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.read.HclFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks of Terraform, wherever in their directory they stand. */
final class HclMerge {

    private final RepositoryFiles files;
    private final Reconciler.Outcome outcome;
    private final Map<String, HclDirectory> directories = new HashMap<>();
    private final Map<String, List<Fragment>> missing = new LinkedHashMap<>();

    HclMerge(RepositoryFiles files, Reconciler.Outcome outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    void merge(List<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            if (fragment.address() instanceof Address.HclBlock block) {
                judge(fragment, block);
            } else {
                refuse(
                        fragment.home(),
                        fragment,
                        new Refusal(
                                "hcl.by-hand",
                                0,
                                fragment.address() + " is a part of somebody else's block.",
                                "Add it by hand."));
            }
        }
        missing.forEach(this::append);
    }

    boolean has(Address.HclBlock address) {
        return !directory(address.directory()).find(address).isEmpty();
    }

    private HclDirectory directory(String path) {
        HclDirectory directory = directories.get(path);
        if (directory == null) {
            directory = new HclDirectory(files, path);
            directories.put(path, directory);
        }
        return directory;
    }

    private void judge(Fragment fragment, Address.HclBlock address) {
        HclDirectory directory = directory(address.directory());
        if (!directory.unreadable().isEmpty()) {
            directory.unreadable().forEach((path, refusal) -> refuse(path, fragment, refusal));
            return;
        }
        Optional<String> override = directory.override(address);
        if (override.isPresent()) {
            Refusal overridden =
                    new Refusal("hcl.override", 0, "The file also speaks of " + address + ".", "Join the two by hand.");
            refuse(override.orElseThrow(), fragment, overridden);
            return;
        }
        List<HclDirectory.Found> found = directory.find(address);
        if (found.size() > 1) {
            HclDirectory.Found second = found.get(1);
            Refusal twice = new Refusal(
                    "hcl.duplicate-block", second.block().line(), address + " is there twice.", "Remove one of them.");
            refuse(second.path(), fragment, twice);
        } else if (found.isEmpty()) {
            missing.computeIfAbsent(fragment.home(), home -> new ArrayList<>()).add(fragment);
        } else if (fragment.keep() == Keep.MANAGED) {
            compare(fragment, found.get(0));
        }
    }

    private void compare(Fragment fragment, HclDirectory.Found found) {
        HclFile wanted = HclFile.parse(fragment.text());
        if (!found.file()
                .folded(found.block())
                .equals(wanted.folded(wanted.blocks().get(0)))) {
            Refusal taken = new Refusal(
                    "hcl.block-taken",
                    found.block().line(),
                    fragment.address() + " is there already and says something else.",
                    "Make it say the same, or choose another name.");
            refuse(found.path(), fragment, taken);
        }
    }

    private void append(String home, List<Fragment> fragments) {
        String directory = home.contains("/") ? home.substring(0, home.lastIndexOf('/')) : "";
        Optional<HclFile> there = directory(directory).file(home);
        HclFile file = there.orElseGet(() -> HclFile.parse(fragments.get(0).head()));
        try {
            String after = HclAppender.append(
                    file, fragments.stream().map(Fragment::text).toList());
            outcome.change(home, there.map(HclFile::text), after);
        } catch (RefusedEditException refused) {
            fragments.forEach(fragment -> refuse(home, fragment, Refusal.of(refused)));
        }
    }

    private void refuse(String path, Fragment fragment, Refusal refusal) {
        outcome.refuse(path, refusal, Optional.of(fragment.text()));
    }
}
