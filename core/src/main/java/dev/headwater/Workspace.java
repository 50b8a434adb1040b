package dev.headwater;

import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Snapshot.Documents;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.RepositoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The house, set up once: its repositories and who writes into them. Thread-safe; it holds on to the structure of the
 * files that its previews read, so that a file is not parsed again while it is the same. An argument that is null is a
 * {@link NullPointerException} that names it.
 */
public final class Workspace {

    private final List<Site> sites;

    private Workspace(List<Site> sites) {
        this.sites = sites;
    }

    /**
     * A repository and who writes into it.
     *
     * @param repository the repository
     * @param emitters who writes into it, in order
     * @param documents the structure of its files, as far as previews have parsed them
     */
    record Site(Repository repository, List<Emitter> emitters, Documents documents) {

        @Override
        public String toString() {
            return repository.name() + emitters.stream().map(Emitter::name).toList();
        }
    }

    /**
     * A workspace without repositories.
     *
     * @return the workspace
     */
    public static Workspace of() {
        return new Workspace(List.of());
    }

    /**
     * Adds a repository in a folder.
     *
     * @param name its name, for messages and {@link Preview#changes(String)}
     * @param root its root folder
     * @param emitters who writes into it, at least one
     * @return the larger workspace
     * @throws IllegalArgumentException when the name, or that of an emitter, is blank, nobody writes into the
     *     repository, or its name or root is given already
     * @throws RepositoryException when the root is not a folder that can be read
     */
    public Workspace repository(String name, Path root, Emitter... emitters) {
        requireName(name);
        Objects.requireNonNull(root, "root");
        return repository(Repository.directory(name, root), emitters);
    }

    /**
     * Adds a repository. When the host keeps it elsewhere than in a folder, its changes are taken as data, and
     * {@link Preview#apply()} refuses.
     *
     * @param repository the repository
     * @param emitters who writes into it, at least one
     * @return the larger workspace
     * @throws IllegalArgumentException when the repository's name, or that of an emitter, is blank, nobody writes into
     *     it, or its name or root is given already
     */
    public Workspace repository(Repository repository, Emitter... emitters) {
        requireName(Objects.requireNonNull(repository, "repository").name());
        requireAll(emitters, "emitters");
        if (emitters.length == 0) {
            throw new IllegalArgumentException("Nobody writes into the repository \"" + repository.name()
                    + "\"; give it an emitter, such as new DbtEmitter().");
        }
        for (int i = 0; i < emitters.length; i++) {
            requireName(emitters[i], "emitters[" + i + "]");
        }
        return with(new Site(repository, List.of(emitters), new Documents()));
    }

    private static void requireName(Emitter emitter, String argument) {
        String name = Objects.requireNonNull(
                emitter.name(),
                () -> argument + ": name of " + emitter.getClass().getName() + " returned null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of the emitter "
                    + emitter.getClass().getName() + " is blank; give it one, such as \"terraform\".");
        }
    }

    private static void requireName(String name) {
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException(
                    "The name of a repository is blank; give it one, such as \"terraform\".");
        }
    }

    /** Several of one argument, which are called by their positions. */
    private static void requireAll(Object[] values, String argument) {
        Objects.requireNonNull(values, argument);
        for (int i = 0; i < values.length; i++) {
            Objects.requireNonNull(values[i], argument + "[" + i + "]");
        }
    }

    private Workspace with(Site added) {
        for (Site site : sites) {
            refuseTwins(site, added);
        }
        List<Site> longer = new ArrayList<>(sites);
        longer.add(added);
        return new Workspace(List.copyOf(longer));
    }

    private static void refuseTwins(Site site, Site added) {
        String name = added.repository().name();
        if (site.repository().name().equals(name)) {
            throw new IllegalArgumentException(
                    "The repository \"" + name + "\" is given twice; give each its own name.");
        }
        Optional<Path> first = site.repository().root();
        Optional<Path> second = added.repository().root();
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        Path one = first.orElseThrow();
        Path other = second.orElseThrow();
        if (one.startsWith(other) || other.startsWith(one)) {
            throw new IllegalArgumentException(
                    "The repositories \"" + site.repository().name() + "\" and \"" + name
                            + "\" are the same folder, or one lies inside the other (" + one + ", " + other
                            + "); give each its own checkout.");
        }
    }

    /**
     * Says what plans would change. Reads the repositories and never writes. How sources are spread over plans makes no
     * difference.
     *
     * @param plans what is to be added, at least one
     * @return the preview
     * @throws IllegalArgumentException when there is no plan; or an emitter's mistake, which names it: steps that wait
     *     for each other, two different steps of one id in one repository
     * @throws NullPointerException when a plan is null, or an emitter returns null
     * @throws IllegalStateException when the workspace has no repository
     * @throws InvalidPlanException when the plans do not go together, see {@link DataSourcePlan#join}
     * @throws RepositoryException when a file of a repository cannot be read
     */
    public Preview onboard(DataSourcePlan... plans) {
        return onboard(Arrays.asList(Objects.requireNonNull(plans, "plans")));
    }

    /**
     * Says what plans would change. Reads the repositories and never writes. How sources are spread over plans makes no
     * difference.
     *
     * @param plans what is to be added, at least one
     * @return the preview
     * @throws IllegalArgumentException when there is no plan; or an emitter's mistake, which names it: steps that wait
     *     for each other, two different steps of one id in one repository
     * @throws NullPointerException when a plan is null, or an emitter returns null
     * @throws IllegalStateException when the workspace has no repository
     * @throws InvalidPlanException when the plans do not go together, see {@link DataSourcePlan#join}
     * @throws RepositoryException when a file of a repository cannot be read
     */
    public Preview onboard(Collection<DataSourcePlan> plans) {
        requireAll(Objects.requireNonNull(plans, "plans").toArray(), "plans");
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("There is no plan to onboard; give at least one.");
        }
        if (sites.isEmpty()) {
            throw new IllegalStateException(
                    "The workspace has no repository to onboard into; add one with repository(...).");
        }
        return new Onboarding(sites, List.copyOf(plans)).preview();
    }

    @Override
    public String toString() {
        return sites.stream().map(Site::toString).collect(Collectors.joining(", ", "workspace of ", ""));
    }
}
