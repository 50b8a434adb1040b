package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission.Requirement;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.emit.Snapshot;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes fragments so in one repository: what is there already stays, what is missing is put in, and what is there in
 * another form, or cannot be merged for certain, is a conflict.
 */
public final class Reconciler {

    private final RepositoryFiles files;
    private final ChangeSetBuilder outcome;

    private Reconciler(Snapshot snapshot) {
        this.files = new RepositoryFiles(snapshot);
        this.outcome = new ChangeSetBuilder(snapshot.repository());
    }

    /**
     * Judges a repository.
     *
     * @param snapshot the repository as it is
     * @param wanted what must be in it, in the order in which it was said
     * @param requirements what of other people's must be in it already
     * @return what would change, and what was looked at
     */
    public static Reconciled reconcile(
            Snapshot snapshot, List<EmittedFragment> wanted, List<Requirement> requirements) {
        Reconciler reconciler = new Reconciler(snapshot);
        reconciler.merge(reconciler.agreed(wanted), requirements);
        return new Reconciled(reconciler.outcome.changeSet(), reconciler.files.seen());
    }

    /** Fragments by address: equal ones are one, different ones a conflict that names both. */
    private List<Fragment> agreed(List<EmittedFragment> wanted) {
        Map<Address, EmittedFragment> first = new LinkedHashMap<>();
        for (EmittedFragment next : wanted) {
            Address address = next.fragment().address();
            EmittedFragment before = first.get(address);
            if (before == null) {
                first.put(address, next);
            } else if (before.fragment().text().equals(next.fragment().text())) {
                first.put(address, joined(before, next));
            } else {
                disagree(
                        next,
                        AddressText.at(address) + " is wanted by " + speaker(before) + " and, with other text, by "
                                + speaker(next) + ".");
            }
        }
        return withoutPartsOfFiles(first);
    }

    /** The same text: the stricter demand holds. */
    private static EmittedFragment joined(EmittedFragment before, EmittedFragment next) {
        Fragment stricter = before.fragment().keep() == Keep.MANAGED ? before.fragment() : next.fragment();
        Fragment both = stricter.obstructedBy(before.fragment().obstacles())
                .obstructedBy(next.fragment().obstacles());
        boolean holdsData = before.fragment().holdsData() || next.fragment().holdsData();
        return new EmittedFragment(holdsData ? both.holdingData() : both, before.emitter());
    }

    /** A file that one emitter writes as a whole is not a place for what another one adds to it. */
    private List<Fragment> withoutPartsOfFiles(Map<Address, EmittedFragment> wanted) {
        List<Fragment> fragments = new ArrayList<>();
        for (EmittedFragment next : wanted.values()) {
            EmittedFragment whole = wanted.get(new Address.File(next.fragment().home()));
            if (whole == null || whole.equals(next)) {
                fragments.add(next.fragment());
            } else {
                disagree(
                        next,
                        "The whole file is wanted by " + speaker(whole) + ", and "
                                + AddressText.at(next.fragment().address()) + " in it by " + speaker(next) + ".");
            }
        }
        return fragments;
    }

    private void disagree(EmittedFragment next, String message) {
        Diagnostic refusal =
                new Diagnostic("fragment.disagreement", 0, message, "Rename one of the two, or leave one emitter out.");
        outcome.refuse(
                next.fragment().home(), refusal, Optional.of(next.fragment().text()));
    }

    private static String speaker(EmittedFragment wanted) {
        return wanted.emitter() + " for " + wanted.fragment().scope();
    }

    private void merge(List<Fragment> fragments, List<Requirement> requirements) {
        List<Fragment> blocks = new ArrayList<>();
        Map<String, List<Fragment>> items = new LinkedHashMap<>();
        for (Fragment fragment : fragments) {
            if (fragment.address() instanceof Address.YamlItem item) {
                items.computeIfAbsent(item.file(), file -> new ArrayList<>()).add(fragment);
            } else if (fragment.address() instanceof Address.File) {
                new FileMerge(files, outcome).merge(fragment);
            } else {
                blocks.add(fragment);
            }
        }
        items.forEach((path, ofFile) -> new YamlMerge(files, outcome).merge(path, ofFile));
        new HclMerge(files, outcome).merge(blocks);
        // What one plan needs may be what another plan of the same call brings.
        Set<Address> brought = fragments.stream().map(Fragment::address).collect(Collectors.toSet());
        requirements.stream()
                .filter(requirement -> !brought.contains(requirement.address()))
                .forEach(this::require);
    }

    private void require(Requirement requirement) {
        Address address = requirement.address();
        if (address instanceof Address.HclElement part) {
            require(new Requirement(part.block(), requirement.why()));
            new HclMerge(files, outcome).require(part, requirement.why());
            return;
        }
        try {
            Optional<String> missing = missing(address);
            missing.ifPresent(message -> outcome.refuse(
                    AddressText.place(address),
                    new Diagnostic("require.missing", 0, message, requirement.why()),
                    Optional.empty()));
        } catch (DocumentException fault) {
            outcome.refuse(AddressText.place(address), fault.diagnostic(), Optional.empty());
        }
    }

    private Optional<String> missing(Address address) {
        if (address instanceof Address.HclBlock block) {
            return missing(block, files.terraform(block.directory()));
        }
        boolean there = address instanceof Address.File file
                ? files.text(file.path(), "file").isPresent()
                : address instanceof Address.YamlItem item && new YamlMerge(files, outcome).has(item);
        return there ? Optional.empty() : Optional.of(AddressText.at(address) + " is not there.");
    }

    private Optional<String> missing(Address.HclBlock block, TerraformDirectory directory) {
        boolean there = !directory.blocks(block.type(), block.labels()).isEmpty()
                || directory.inJson(block.type(), block.labels()).isPresent();
        if (there || !directory.unreadable().isEmpty()) {
            // What a file that cannot be read holds is not missing; the file itself is in the way.
            directory.unreadable().forEach((path, refusal) -> {
                if (!there) {
                    outcome.refuse(path, refusal, Optional.empty());
                }
            });
            return Optional.empty();
        }
        return Optional.of(directory.blocks().stream()
                .filter(other -> other.block().type().equals(block.type()) && other.isRepeated())
                .findFirst()
                .map(several -> AddressText.at(block) + " cannot be seen: it may come from the " + block.type() + " in "
                        + several.place() + ", which stands for several.")
                .orElse(AddressText.at(block) + " is not there."));
    }
}
