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
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks of Terraform, wherever in their directory they stand. */
final class HclMerge {

    private final RepositoryFiles files;
    private final ChangeSetBuilder outcome;
    private final Map<String, HclEditor> editors = new LinkedHashMap<>();
    private final Map<String, List<Fragment>> added = new HashMap<>();

    HclMerge(RepositoryFiles files, ChangeSetBuilder outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    void merge(List<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            if (fragment.address() instanceof Address.HclBlock block) {
                judge(fragment, block);
            } else if (fragment.address() instanceof Address.HclElement element) {
                judge(fragment, element);
            }
        }
        editors.forEach(this::edit);
    }

    private void judge(Fragment fragment, Address.HclBlock address) {
        if (isEdited(fragment, address)) {
            judge(fragment, address, find(address));
        }
    }

    private List<LocatedBlock> find(Address.HclBlock address) {
        return files.terraform(address.directory()).blocks(address.type(), address.labels());
    }

    /** Whether nothing speaks of a block in a form that is not edited, and every file can be read. */
    private boolean isEdited(Fragment fragment, Address.HclBlock address) {
        TerraformDirectory directory = files.terraform(address.directory());
        directory.unreadable().forEach((path, refusal) -> refuse(path, fragment, refusal));
        Optional<Place> elsewhere = directory.unreadable().isEmpty()
                ? directory.elsewhere(address.type(), address.labels())
                : Optional.empty();
        elsewhere.ifPresent(place -> refuse(
                place.file(),
                fragment,
                new Diagnostic(
                        "hcl.override",
                        place.line(),
                        "The file also speaks of " + AddressText.at(address) + ", in a form that is not edited.",
                        "Join the two by hand.")));
        return directory.unreadable().isEmpty() && elsewhere.isEmpty();
    }

    private void judge(Fragment fragment, Address.HclElement address) {
        List<LocatedBlock> found = find(address.block());
        if (!isEdited(fragment, address.block())) {
            return;
        }
        if (found.size() != 1) {
            refuse(
                    fragment.home(),
                    fragment,
                    new Diagnostic(
                            "hcl.missing-parent",
                            0,
                            AddressText.at(address.block()) + (found.isEmpty() ? " is not there" : " is there twice")
                                    + ", so that nothing can be added to it.",
                            found.isEmpty() ? "Add it first." : "Remove one of them."));
            return;
        }
        String file = found.get(0).file();
        try {
            HclPart part = HclPart.find(found.get(0).block(), address.path());
            if (part.isThere()) {
                part.difference(fragment).ifPresent(taken -> refuse(file, fragment, taken));
            } else {
                part.addTo(editor(file, fragment), fragment.text());
            }
        } catch (DocumentException fault) {
            refuse(file, fragment, fault.diagnostic());
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
            add(fragment);
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

    private void add(Fragment fragment) {
        try {
            editor(fragment.home(), fragment).addBlock(fragment.text());
        } catch (DocumentException fault) {
            refuse(fragment.home(), fragment, fault.diagnostic());
        }
    }

    /** The one edit of a file. */
    private HclEditor editor(String path, Fragment fragment) {
        HclEditor editor = editors.get(path);
        if (editor == null) {
            editor = new HclEditor(there(path).orElseGet(() -> HclFile.parse(fragment.head())));
            editors.put(path, editor);
        }
        added.computeIfAbsent(path, any -> new ArrayList<>()).add(fragment);
        return editor;
    }

    private Optional<HclFile> there(String path) {
        String directory = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        return Optional.ofNullable(files.terraform(directory).files().get(path));
    }

    private void edit(String path, HclEditor editor) {
        try {
            outcome.change(path, there(path).map(HclFile::text), editor.edited());
        } catch (DocumentException fault) {
            added.getOrDefault(path, List.of()).forEach(fragment -> refuse(path, fragment, fault.diagnostic()));
        }
    }

    private void refuse(String path, Fragment fragment, Diagnostic refusal) {
        outcome.refuse(path, refusal, Optional.of(fragment.text()));
    }
}
