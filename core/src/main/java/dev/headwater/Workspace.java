package dev.headwater;

import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
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
import org.jspecify.annotations.Nullable;

/** The house, set up once: its repositories and who writes into them. Immutable and thread-safe. */
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
     */
    record Site(Repository repository, List<Emitter> emitters) {}

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
     * @param emitters who writes into it
     * @return the larger workspace
     * @throws RepositoryException when something is null or blank, the root is not a folder that can be read, or the
     *     name or root is given already
     */
    public Workspace repository(String name, Path root, Emitter... emitters) {
        requireName(name);
        requireGiven(root, "root of the repository \"" + name + "\"");
        return repository(Repository.directory(name, root), emitters);
    }

    /**
     * Adds a repository. When the host keeps it elsewhere than in a folder, its changes are taken as data, and
     * {@link Preview#apply()} refuses.
     *
     * @param repository the repository
     * @param emitters who writes into it
     * @return the larger workspace
     * @throws RepositoryException when something is null or blank, or the name, or the root, is given already
     */
    public Workspace repository(Repository repository, Emitter... emitters) {
        requireGiven(repository, "repository");
        requireName(repository.name());
        requireGiven(emitters, "list of emitters of the repository \"" + repository.name() + "\"");
        for (Emitter emitter : emitters) {
            requireGiven(emitter, "emitter of the repository \"" + repository.name() + "\"");
        }
        return with(new Site(repository, List.copyOf(Arrays.asList(emitters))));
    }

    private static void requireName(@Nullable String name) {
        requireGiven(name, "name of a repository");
        if (name == null || name.isBlank()) {
            throw new RepositoryException("The name of a repository is blank; give it one, such as \"terraform\".");
        }
    }

    private static void requireGiven(@Nullable Object value, String what) {
        if (value == null) {
            throw new RepositoryException("The " + what + " is null; give one.");
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
            throw new RepositoryException("The repository \"" + name + "\" is given twice; give each its own name.");
        }
        Optional<Path> first = site.repository().root();
        Optional<Path> second = added.repository().root();
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        Path one = first.orElseThrow();
        Path other = second.orElseThrow();
        if (one.startsWith(other) || other.startsWith(one)) {
            throw new RepositoryException(
                    "The repositories \"" + site.repository().name() + "\" and \"" + name
                            + "\" are the same folder, or one lies inside the other (" + one + ", " + other
                            + "); give each its own checkout.");
        }
    }

    /**
     * Says what plans would change. Reads the repositories and never writes. How sources are spread over plans makes no
     * difference.
     *
     * @param plans what is to be added
     * @return the preview
     * @throws InvalidPlanException when the plans do not go together, see {@link DataSourcePlan#join}
     * @throws RepositoryException when a file of a repository cannot be read
     */
    public Preview onboard(DataSourcePlan... plans) {
        return onboard(Arrays.asList(Objects.requireNonNullElse(plans, new DataSourcePlan[1])));
    }

    /**
     * Says what plans would change. Reads the repositories and never writes. How sources are spread over plans makes no
     * difference.
     *
     * @param plans what is to be added
     * @return the preview
     * @throws InvalidPlanException when the plans do not go together, see {@link DataSourcePlan#join}
     * @throws RepositoryException when a file of a repository cannot be read
     */
    public Preview onboard(Collection<DataSourcePlan> plans) {
        if (plans == null || plans.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("onboard takes plans, and one of them is null: build it first.");
        }
        return new Onboarding(sites, List.copyOf(plans)).preview();
    }
}
