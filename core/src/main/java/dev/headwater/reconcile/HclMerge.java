package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.document.TerraformDirectory.Place;
import dev.headwater.document.edit.HclAppender;
import dev.headwater.document.edit.HclDifference;
import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks of Terraform, wherever in their directory they stand. */
final class HclMerge {

    private final RepositoryFiles files;
    private final ChangeSetBuilder outcome;
    private final Map<String, List<Fragment>> missing = new LinkedHashMap<>();

    HclMerge(RepositoryFiles files, ChangeSetBuilder outcome) {
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
                        new Diagnostic(
                                "hcl.by-hand",
                                0,
                                AddressText.at(fragment.address()) + " is a part of somebody else's block.",
                                "Add it by hand."));
            }
        }
        missing.forEach(this::append);
    }

    private void judge(Fragment fragment, Address.HclBlock address) {
        TerraformDirectory directory = files.terraform(address.directory());
        if (!directory.unreadable().isEmpty()) {
            directory.unreadable().forEach((path, refusal) -> refuse(path, fragment, refusal));
            return;
        }
        Optional<Place> elsewhere = directory.elsewhere(address.type(), address.labels());
        if (elsewhere.isPresent()) {
            Place place = elsewhere.orElseThrow();
            Diagnostic overridden = new Diagnostic(
                    "hcl.override",
                    place.line(),
                    "The file also speaks of " + AddressText.at(address) + ", in a form that is not edited.",
                    "Join the two by hand.");
            refuse(place.file(), fragment, overridden);
            return;
        }
        judge(fragment, address, directory.blocks(address.type(), address.labels()));
    }

    private void judge(Fragment fragment, Address.HclBlock address, List<LocatedBlock> found) {
        boolean several = found.size() > 1 && !address.labels().isEmpty();
        if (several) {
            LocatedBlock second = found.get(1);
            Diagnostic twice = new Diagnostic(
                    "hcl.duplicate-block",
                    second.block().line(),
                    AddressText.at(address) + " is there twice.",
                    "Remove one of them.");
            refuse(second.file(), fragment, twice);
        } else if (found.isEmpty() && !fragment.obstacles().isEmpty()) {
            fragment.obstacles().forEach(obstacle -> refuse(obstacle.file(), fragment, obstacle.diagnostic()));
        } else if (found.isEmpty()) {
            missing.computeIfAbsent(fragment.home(), home -> new ArrayList<>()).add(fragment);
        } else if (!fragment.obstacles().isEmpty()) {
            fragment.obstacles().stream()
                    .filter(obstacle -> obstacle.evenWhenThere() && isUncorrected(fragment, found))
                    .forEach(obstacle -> refuse(obstacle.file(), fragment, obstacle.diagnostic()));
        } else if (fragment.keep() == Keep.MANAGED) {
            compare(fragment, found);
        }
    }

    private static boolean isUncorrected(Fragment fragment, List<LocatedBlock> found) {
        HclBlock wanted = HclFile.parse(fragment.text()).blocks().get(0);
        return found.stream()
                .map(LocatedBlock::block)
                .anyMatch(there -> HclDifference.between(wanted, there).isEmpty()
                        && HclDifference.between(there, wanted).isEmpty());
    }

    private void compare(Fragment fragment, List<LocatedBlock> found) {
        HclBlock wanted = HclFile.parse(fragment.text()).blocks().get(0);
        if (found.stream()
                .anyMatch(candidate ->
                        HclDifference.between(wanted, candidate.block()).isEmpty())) {
            return;
        }
        LocatedBlock first = found.get(0);
        Diagnostic taken = new Diagnostic(
                "hcl.block-taken",
                first.block().line(),
                AddressText.at(fragment.address()) + " is there already, but "
                        + String.join("; ", HclDifference.between(wanted, first.block())) + ".",
                "Make it say the same, or choose another name.");
        refuse(first.file(), fragment, taken);
    }

    private void append(String home, List<Fragment> fragments) {
        String directory = home.contains("/") ? home.substring(0, home.lastIndexOf('/')) : "";
        Optional<HclFile> there =
                Optional.ofNullable(files.terraform(directory).files().get(home));
        try {
            HclFile file = there.orElseGet(() -> HclFile.parse(fragments.get(0).head()));
            String after = HclAppender.append(
                    file, fragments.stream().map(Fragment::text).toList());
            outcome.change(home, there.map(HclFile::text), after);
        } catch (DocumentException fault) {
            fragments.forEach(fragment -> refuse(home, fragment, fault.diagnostic()));
        }
    }

    private void refuse(String path, Fragment fragment, Diagnostic refusal) {
        outcome.refuse(path, refusal, Optional.of(fragment.text()));
    }
}
