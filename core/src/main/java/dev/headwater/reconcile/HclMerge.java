package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.document.TerraformDirectory.Place;
import dev.headwater.document.edit.HclDifference;
import dev.headwater.document.edit.HclEditor;
import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Blocks of Terraform, wherever in their directory they stand. */
final class HclMerge {

    private final RepositoryFiles files;
    private final ChangeSetBuilder outcome;
    private final Map<String, List<Addition>> additions = new LinkedHashMap<>();

    HclMerge(RepositoryFiles files, ChangeSetBuilder outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    /** How a fragment gets into its file. */
    private record Addition(Fragment fragment, Consumer<HclEditor> edit) {}

    void merge(List<Fragment> fragments) {
        for (Fragment fragment : withTheirParts(fragments)) {
            if (fragment.address() instanceof Address.HclBlock block) {
                judge(fragment, block);
            } else if (fragment.address() instanceof Address.HclElement element) {
                judge(fragment, element);
            }
        }
        additions.forEach(this::edit);
    }

    /** Parts of blocks that are brought with them go into their texts. */
    private List<Fragment> withTheirParts(List<Fragment> fragments) {
        Map<Address, Fragment> joined = new LinkedHashMap<>();
        for (Fragment fragment : fragments) {
            joined.put(fragment.address(), fragment);
        }
        for (Fragment part : fragments) {
            if (part.address() instanceof Address.HclElement element
                    && joined.containsKey(element.block())
                    && find(element.block()).isEmpty()) {
                joined.remove(element);
                joined.put(element.block(), joined(joined.get(element.block()), part, element));
            }
        }
        return List.copyOf(joined.values());
    }

    private void judge(Fragment fragment, Address.HclBlock address) {
        if (isEdited(address, Optional.of(fragment.text()))) {
            judge(fragment, address, find(address));
        }
    }

    private List<LocatedBlock> find(Address.HclBlock address) {
        return files.terraform(address.directory()).blocks(address.type(), address.labels());
    }

    /** Whether nothing speaks of a block in a form that is not edited, and every file can be read. */
    private boolean isEdited(Address.HclBlock address, Optional<String> wanted) {
        TerraformDirectory directory = files.terraform(address.directory());
        directory.unreadable().forEach((path, refusal) -> outcome.refuse(path, refusal, wanted));
        Optional<Place> elsewhere = directory.unreadable().isEmpty()
                ? directory.elsewhere(address.type(), address.labels())
                : Optional.empty();
        elsewhere.ifPresent(place -> outcome.refuse(
                place.file(),
                new Diagnostic(
                        "hcl.override",
                        place.line(),
                        "The file also speaks of " + AddressText.at(address) + ", in a form that is not edited.",
                        "Join the two by hand."),
                wanted));
        return directory.unreadable().isEmpty() && elsewhere.isEmpty();
    }

    /** A part that must be there already is a conflict where it is not, and where nobody can tell. */
    void require(Address.HclElement address, String why) {
        if (!isEdited(address.block(), Optional.empty())) {
            return;
        }
        for (LocatedBlock holder : find(address.block())) {
            Diagnostic missing = new Diagnostic(
                    "require.missing", holder.block().line(), AddressText.at(address) + " is not there.", why);
            try {
                if (!HclPart.find(holder.block(), address.path()).isThere()) {
                    outcome.refuse(holder.file(), missing, Optional.empty());
                }
            } catch (DocumentException fault) {
                outcome.refuse(holder.file(), fault.diagnostic(), Optional.empty());
            }
        }
    }

    private void judge(Fragment fragment, Address.HclElement address) {
        if (!isEdited(address.block(), Optional.of(fragment.text()))) {
            return;
        }
        List<LocatedBlock> found = find(address.block());
        if (found.size() == 1) {
            judge(fragment, address, found.get(0));
        } else if (found.isEmpty()) {
            Diagnostic missing = new Diagnostic(
                    "hcl.missing-parent",
                    0,
                    AddressText.at(address.block()) + " is not there, so that nothing can be added to it.",
                    "Add it first.");
            refuse(fragment.home(), fragment, missing);
        } else {
            LocatedBlock second = found.get(1);
            Diagnostic twice = new Diagnostic(
                    "hcl.duplicate-block",
                    second.block().line(),
                    AddressText.at(address.block()) + " is there twice, so that nothing can be added to it.",
                    "Join the two.");
            refuse(second.file(), fragment, twice);
        }
    }

    private Fragment joined(Fragment block, Fragment part, Address.HclElement address) {
        try {
            HclFile file = HclFile.parse(block.text());
            HclEditor editor = new HclEditor(file);
            HclPart.find(file.blocks().get(0), address.path()).addTo(editor, part.text());
            Fragment whole = Fragment.hclBlock(block.scope(), block.home(), editor.edited())
                    .startingWith(block.head())
                    .obstructedBy(block.obstacles())
                    .obstructedBy(part.obstacles());
            Fragment kept = block.keep() == Keep.ONCE ? whole.once() : whole;
            return block.holdsData() ? kept.holdingData() : kept;
        } catch (DocumentException fault) {
            refuse(block.home(), part, fault.diagnostic());
            return block;
        }
    }

    private void judge(Fragment fragment, Address.HclElement address, LocatedBlock holder) {
        try {
            HclPart part = HclPart.find(holder.block(), address.path());
            if (part.isThere() && fragment.obstacles().stream().anyMatch(Obstacle::evenWhenThere)) {
                fragment.obstacles().stream()
                        .filter(Obstacle::evenWhenThere)
                        .forEach(obstacle -> refuse(obstacle.file(), fragment, obstacle.diagnostic()));
            } else if (part.isThere()) {
                part.difference(fragment).ifPresent(taken -> refuse(holder.file(), fragment, taken));
            } else if (!fragment.obstacles().isEmpty()) {
                fragment.obstacles().forEach(obstacle -> refuse(obstacle.file(), fragment, obstacle.diagnostic()));
            } else {
                add(holder.file(), new Addition(fragment, editor -> part.addTo(editor, fragment.text())));
            }
        } catch (DocumentException fault) {
            refuse(holder.file(), fragment, fault.diagnostic());
        }
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
            add(fragment.home(), new Addition(fragment, editor -> editor.addBlock(fragment.text())));
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

    private void add(String path, Addition addition) {
        additions.computeIfAbsent(path, any -> new ArrayList<>()).add(addition);
    }

    private Optional<HclFile> there(String path) {
        String directory = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        return Optional.ofNullable(files.terraform(directory).files().get(path));
    }

    private void edit(String path, List<Addition> wanted) {
        try {
            outcome.change(path, there(path).map(HclFile::text), edited(path, wanted));
        } catch (DocumentException fault) {
            List<Addition> certain = certain(path, wanted);
            if (certain.size() == wanted.size()) {
                wanted.forEach(addition -> refuse(path, addition.fragment(), fault.diagnostic()));
            } else if (!certain.isEmpty()) {
                edit(path, certain);
            }
        }
    }

    private String edited(String path, List<Addition> wanted) {
        HclEditor editor = new HclEditor(there(path)
                .orElseGet(() -> HclFile.parse(wanted.get(0).fragment().head())));
        wanted.forEach(addition -> addition.edit().accept(editor));
        return editor.edited();
    }

    /** Those that can be added when they are alone; the others are reported. */
    private List<Addition> certain(String path, List<Addition> wanted) {
        List<Addition> certain = new ArrayList<>();
        for (Addition addition : wanted) {
            try {
                edited(path, List.of(addition));
                certain.add(addition);
            } catch (DocumentException fault) {
                refuse(path, addition.fragment(), fault.diagnostic());
            }
        }
        return certain;
    }

    private void refuse(String path, Fragment fragment, Diagnostic refusal) {
        outcome.refuse(path, refusal, Optional.of(fragment.text()));
    }
}
