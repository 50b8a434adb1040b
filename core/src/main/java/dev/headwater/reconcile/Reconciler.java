package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.emit.Repository;
import dev.headwater.read.UnreadableTextException;
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
    private final Outcome outcome;

    private Reconciler(Repository repository) {
        this.files = new RepositoryFiles(repository);
        this.outcome = new Outcome(repository);
    }

    /**
     * Judges a repository.
     *
     * @param repository the repository as it is
     * @param wanted what must be in it, in the order in which it was said
     * @param requirements what of other people's must be in it already
     * @return what would change, and what was looked at
     */
    public static Reconciled reconcile(Repository repository, List<Wanted> wanted, List<Requirement> requirements) {
        Reconciler reconciler = new Reconciler(repository);
        reconciler.merge(reconciler.agreed(wanted), requirements);
        return new Reconciled(reconciler.outcome.changeSet(), reconciler.files.seen());
    }

    /** Fragments by address: equal ones are one, different ones a conflict that names both. */
    private List<Fragment> agreed(List<Wanted> wanted) {
        Map<Address, Wanted> first = new LinkedHashMap<>();
        for (Wanted next : wanted) {
            Address address = next.fragment().address();
            Wanted before = first.get(address);
            if (before == null) {
                first.put(address, next);
            } else if (before.fragment().text().equals(next.fragment().text())) {
                first.put(address, joined(before, next));
            } else {
                disagree(
                        next,
                        Thing.at(address) + " is wanted by " + speaker(before) + " and, with other text, by "
                                + speaker(next) + ".");
            }
        }
        return withoutPartsOfFiles(first);
    }

    /** The same text: the stricter demand holds. */
    private static Wanted joined(Wanted before, Wanted next) {
        Fragment stricter = before.fragment().keep() == Keep.MANAGED ? before.fragment() : next.fragment();
        Fragment both = stricter.obstructedBy(before.fragment().obstacles())
                .obstructedBy(next.fragment().obstacles());
        boolean holdsData = before.fragment().holdsData() || next.fragment().holdsData();
        return new Wanted(holdsData ? both.holdingData() : both, before.emitter());
    }

    /** A file that one emitter writes as a whole is not a place for what another one adds to it. */
    private List<Fragment> withoutPartsOfFiles(Map<Address, Wanted> wanted) {
        List<Fragment> fragments = new ArrayList<>();
        for (Wanted next : wanted.values()) {
            Wanted whole = wanted.get(new Address.File(next.fragment().home()));
            if (whole == null || whole.equals(next)) {
                fragments.add(next.fragment());
            } else {
                disagree(
                        next,
                        "The whole file is wanted by " + speaker(whole) + ", and "
                                + Thing.at(next.fragment().address()) + " in it by " + speaker(next) + ".");
            }
        }
        return fragments;
    }

    private void disagree(Wanted next, String message) {
        Refusal refusal =
                new Refusal("fragment.disagreement", 0, message, "Rename one of the two, or leave one emitter out.");
        outcome.refuse(
                next.fragment().home(), refusal, Optional.of(next.fragment().text()));
    }

    private static String speaker(Wanted wanted) {
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
        HclMerge hcl = new HclMerge(files, outcome);
        hcl.merge(blocks);
        // What one plan needs may be what another plan of the same call brings.
        Set<Address> brought = fragments.stream().map(Fragment::address).collect(Collectors.toSet());
        requirements.stream()
                .filter(requirement -> !brought.contains(requirement.address()))
                .forEach(requirement -> require(requirement, hcl));
    }

    private void require(Requirement requirement, HclMerge hcl) {
        Address address = requirement.address();
        try {
            Optional<String> missing = missing(address, hcl);
            missing.ifPresent(message -> outcome.refuse(
                    Thing.place(address),
                    new Refusal("require.missing", 0, message, requirement.why()),
                    Optional.empty()));
        } catch (UnreadableTextException fault) {
            outcome.refuse(Thing.place(address), Refusal.of(fault), Optional.empty());
        }
    }

    private Optional<String> missing(Address address, HclMerge hcl) {
        if (address instanceof Address.HclBlock block) {
            return missing(block, hcl.directory(block.directory()));
        }
        boolean there = address instanceof Address.File file
                ? files.text(file.path(), "file").isPresent()
                : address instanceof Address.YamlItem item && new YamlMerge(files, outcome).has(item);
        return there ? Optional.empty() : Optional.of(Thing.at(address) + " is not there.");
    }

    private Optional<String> missing(Address.HclBlock block, HclDirectory directory) {
        boolean there =
                !directory.find(block).isEmpty() || directory.inJson(block).isPresent();
        if (there || !directory.unreadable().isEmpty()) {
            // What a file that cannot be read holds is not missing; the file itself is in the way.
            directory.unreadable().forEach((path, refusal) -> {
                if (!there) {
                    outcome.refuse(path, refusal, Optional.empty());
                }
            });
            return Optional.empty();
        }
        return Optional.of(directory
                .repeated(block.type())
                .map(several -> Thing.at(block) + " cannot be seen: it may come from the " + block.type() + " in "
                        + several.path() + ":" + several.block().line() + ", which stands for several.")
                .orElse(Thing.at(block) + " is not there."));
    }
}
