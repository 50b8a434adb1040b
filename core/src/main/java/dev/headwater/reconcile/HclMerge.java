package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks of Terraform, wherever in their directory they stand. */
final class HclMerge {

    private final RepositoryFiles files;
    private final Outcome outcome;
    private final Map<String, HclDirectory> directories = new HashMap<>();
    private final Map<String, List<Fragment>> missing = new LinkedHashMap<>();

    HclMerge(RepositoryFiles files, Outcome outcome) {
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
                                Thing.at(fragment.address()) + " is a part of somebody else's block.",
                                "Add it by hand."));
            }
        }
        missing.forEach(this::append);
    }

    HclDirectory directory(String path) {
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
        Optional<HclDirectory.Place> elsewhere = directory.override(address).or(() -> directory.inJson(address));
        if (elsewhere.isPresent()) {
            HclDirectory.Place place = elsewhere.orElseThrow();
            Refusal overridden = new Refusal(
                    "hcl.override",
                    place.line(),
                    "The file also speaks of " + Thing.at(address) + ", in a form that is not edited.",
                    "Join the two by hand.");
            refuse(place.path(), fragment, overridden);
            return;
        }
        judge(fragment, address, directory.find(address));
    }

    private void judge(Fragment fragment, Address.HclBlock address, List<HclDirectory.Found> found) {
        boolean several = found.size() > 1 && !address.labels().isEmpty();
        if (several) {
            HclDirectory.Found second = found.get(1);
            Refusal twice = new Refusal(
                    "hcl.duplicate-block",
                    second.block().line(),
                    Thing.at(address) + " is there twice.",
                    "Remove one of them.");
            refuse(second.path(), fragment, twice);
        } else if (found.isEmpty() && !fragment.obstacles().isEmpty()) {
            fragment.obstacles().forEach(obstacle -> refuse(obstacle.file(), fragment, Refusal.of(obstacle)));
        } else if (found.isEmpty()) {
            missing.computeIfAbsent(fragment.home(), home -> new ArrayList<>()).add(fragment);
        } else if (!fragment.obstacles().isEmpty()) {
            fragment.obstacles().stream()
                    .filter(obstacle -> obstacle.evenWhenThere() && isUncorrected(fragment, found))
                    .forEach(obstacle -> refuse(obstacle.file(), fragment, Refusal.of(obstacle)));
        } else if (fragment.keep() == Keep.MANAGED) {
            compare(fragment, found);
        }
    }

    private static boolean isUncorrected(Fragment fragment, List<HclDirectory.Found> found) {
        HclBlock wanted = HclFile.parse(fragment.text()).blocks().get(0);
        return found.stream()
                .map(HclDirectory.Found::block)
                .anyMatch(there -> HclDifference.between(wanted, there).isEmpty()
                        && HclDifference.between(there, wanted).isEmpty());
    }

    private void compare(Fragment fragment, List<HclDirectory.Found> found) {
        HclBlock wanted = HclFile.parse(fragment.text()).blocks().get(0);
        if (found.stream()
                .anyMatch(candidate ->
                        HclDifference.between(wanted, candidate.block()).isEmpty())) {
            return;
        }
        HclDirectory.Found first = found.get(0);
        Refusal taken = new Refusal(
                "hcl.block-taken",
                first.block().line(),
                Thing.at(fragment.address()) + " is there already, but "
                        + String.join("; ", HclDifference.between(wanted, first.block())) + ".",
                "Make it say the same, or choose another name.");
        refuse(first.path(), fragment, taken);
    }

    private void append(String home, List<Fragment> fragments) {
        String directory = home.contains("/") ? home.substring(0, home.lastIndexOf('/')) : "";
        Optional<HclFile> there = directory(directory).file(home);
        try {
            HclFile file = there.orElseGet(() -> HclFile.parse(fragments.get(0).head()));
            String after = HclAppender.append(
                    file, fragments.stream().map(Fragment::text).toList());
            outcome.change(home, there.map(HclFile::text), after);
        } catch (RefusedEditException refused) {
            fragments.forEach(fragment -> refuse(home, fragment, Refusal.of(refused)));
        } catch (UnreadableTextException fault) {
            fragments.forEach(fragment -> refuse(home, fragment, Refusal.of(fault)));
        }
    }

    private void refuse(String path, Fragment fragment, Refusal refusal) {
        outcome.refuse(path, refusal, Optional.of(fragment.text()));
    }
}
