package dev.headwater.reconcile;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        this.outcome = new Outcome(repository.name());
    }

    /**
     * Judges a repository.
     *
     * @param repository the repository as it is
     * @param wanted what must be in it, in the order in which it was said
     * @param requirements what of other people's must be in it already
     * @return what would change
     */
    public static ChangeSet reconcile(Repository repository, List<Wanted> wanted, List<Requirement> requirements) {
        Reconciler reconciler = new Reconciler(repository);
        reconciler.merge(reconciler.agreed(wanted), requirements);
        return reconciler.outcome.changeSet();
    }

    /** What came of it so far. */
    static final class Outcome {

        private final String repository;
        private final Map<String, FileChange> changes = new TreeMap<>();
        private final List<Conflict> conflicts = new ArrayList<>();

        private Outcome(String repository) {
            this.repository = repository;
        }

        void change(String path, Optional<String> before, String after) {
            if (!before.equals(Optional.of(after))) {
                changes.put(path, new FileChange(path, before, Optional.of(after)));
            }
        }

        void refuse(String path, Refusal refusal, Optional<String> wanted) {
            conflicts.add(new Conflict(
                    refusal.code(), repository, path, refusal.line(), refusal.message(), refusal.hint(), wanted));
        }

        private ChangeSet changeSet() {
            return new ChangeSet(
                    repository,
                    List.copyOf(changes.values()),
                    conflicts.stream().distinct().sorted().toList());
        }
    }

    /** Fragments by address: equal ones are one, different ones a conflict that names both. */
    private List<Fragment> agreed(List<Wanted> wanted) {
        Map<Address, Wanted> first = new LinkedHashMap<>();
        for (Wanted next : wanted) {
            Wanted before = first.putIfAbsent(next.fragment().address(), next);
            if (before != null && !before.fragment().saysTheSameAs(next.fragment())) {
                Refusal refusal = new Refusal(
                        "fragment.disagreement",
                        0,
                        next.fragment().address() + " is wanted by " + speaker(before) + " and, with other text, by "
                                + speaker(next) + ".",
                        "Rename one of the two, or leave one emitter out.");
                outcome.refuse(
                        next.fragment().home(),
                        refusal,
                        Optional.of(next.fragment().text()));
            }
        }
        return first.values().stream().map(Wanted::fragment).toList();
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
        if (!isThere(address, hcl)) {
            String path = address instanceof Address.HclBlock block
                    ? block.directory()
                    : address instanceof Address.YamlItem item ? item.file() : address.toString();
            outcome.refuse(
                    path,
                    new Refusal("require.missing", 0, address + " is not there.", requirement.why()),
                    Optional.empty());
        }
    }

    private boolean isThere(Address address, HclMerge hcl) {
        if (address instanceof Address.HclBlock block) {
            return hcl.has(block);
        }
        return address instanceof Address.File file
                ? files.repository().read(file.path()).isPresent()
                : address instanceof Address.YamlItem item && new YamlMerge(files, outcome).has(item);
    }
}
