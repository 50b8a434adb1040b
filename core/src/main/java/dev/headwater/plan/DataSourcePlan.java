package dev.headwater.plan;

import dev.headwater.platform.Platform;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problem;
import dev.headwater.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be added: a loader and the sources that it brings in, on one platform. A plan that was built is valid:
 * every name that is derived from it holds in its target system. Immutable and thread-safe.
 */
public final class DataSourcePlan {

    @Valid private final Platform platform;

    @Valid @NotNull(message = "is missing; say who loads the data, such as Loader.dlt()")
    private final @Nullable Loader loader;

    @NotEmpty(message = "is empty; a plan has at least one source") private final List<@Valid Source> sources;

    private DataSourcePlan(Platform platform, @Nullable Loader loader, List<Source> sources) {
        this.platform = platform;
        this.loader = loader;
        this.sources = List.copyOf(sources);
    }

    /**
     * Starts a plan on the runbook's platform.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return builder(Platform.runbook());
    }

    /**
     * Starts a plan.
     *
     * @param platform the house's conventions
     * @return an empty builder
     */
    public static Builder builder(Platform platform) {
        return new Builder(platform);
    }

    /**
     * The house's conventions.
     *
     * @return the platform
     */
    public Platform platform() {
        return platform;
    }

    /**
     * Who loads the data.
     *
     * @return the loader
     */
    public Loader loader() {
        if (loader == null) {
            throw new IllegalStateException("a plan without a loader was not built");
        }
        return loader;
    }

    /**
     * What is loaded.
     *
     * @return the sources, in the order in which they were defined
     */
    public List<Source> sources() {
        return sources;
    }

    /**
     * Every name that is derived from this plan.
     *
     * @return the names
     */
    public Names names() {
        return new Names(platform, loader());
    }

    /**
     * A builder that holds this plan.
     *
     * @return a builder whose {@link Builder#build()} gives an equal plan
     */
    public Builder toBuilder() {
        Builder builder = new Builder(platform).loader(loader());
        sources.forEach(builder::source);
        return builder;
    }

    /**
     * Judges plans together, and makes one plan of those that add to one loader. How sources are spread over plans
     * makes no difference.
     *
     * @param plans valid plans
     * @return valid plans, one a loader, each with its sources in the order in which they were given
     * @throws InvalidPlanException with every problem: plans for different platforms ({@code plans.platform}), names
     *     that are one name ({@code name.collision}); paths begin with {@code plans[...]}
     */
    public static List<DataSourcePlan> join(Collection<DataSourcePlan> plans) {
        return new JoinedPlans(List.copyOf(Objects.requireNonNull(plans, "plans"))).plans();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataSourcePlan that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return loader + ": " + sources;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(platform, loader, sources);
    }

    /**
     * Gathers a plan. Nothing is judged before {@link #problems()} or {@link #build()}: text that is null is judged
     * like blank text. Only an object or a function that is null is refused at once, here and in all that a plan is
     * made of, with a {@link NullPointerException} that names the argument.
     */
    public static final class Builder {

        private final Platform platform;
        private @Nullable Loader loader;
        private final List<Source> sources = new ArrayList<>();
        private final Problems misuse = new Problems();

        private Builder(Platform platform) {
            this.platform = Objects.requireNonNull(platform, "platform");
        }

        /**
         * Sets who loads the data.
         *
         * @param who the loader
         * @return this builder
         */
        public Builder loader(Loader who) {
            loader = Objects.requireNonNull(who, "who");
            return this;
        }

        /**
         * Adds a source.
         *
         * @param name lower-case name, such as {@code hubspot}
         * @param method how its data gets in
         * @param definition its schedule and tables
         * @param <T> what the method needs to know of each table
         * @return this builder
         */
        public <T extends TableSettings> Builder source(
                String name, IngestionMethod<T> method, Consumer<Source.Builder<T>> definition) {
            return source(Source.of(name, method, definition));
        }

        /**
         * Adds a source that was made elsewhere.
         *
         * @param source the source
         * @return this builder
         */
        public Builder source(Source source) {
            sources.add(Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * Changes a source: its display name, its schedule, its tables.
         *
         * @param name the source's name
         * @param method the type of its method
         * @param change what differs
         * @param <T> what the method needs to know of each table
         * @return this builder
         */
        public <T extends TableSettings> Builder changeSource(
                String name, Class<? extends IngestionMethod<T>> method, Consumer<Source.Builder<T>> change) {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(change, "change");
            return replace(name, source -> {
                if (!method.isInstance(source.method())) {
                    misuse.add(
                            "source.method",
                            "sources",
                            "\"" + name + "\" is not a source by that method.",
                            "Name the type of the method that the source has.");
                    return source;
                }
                return source.changed(change);
            });
        }

        /**
         * Gives a source another method, such as one that has learned a value which only its first phase could tell.
         *
         * @param name the source's name
         * @param method the method
         * @return this builder
         */
        public Builder method(String name, IngestionMethod<?> method) {
            Objects.requireNonNull(method, "method");
            return replace(name, source -> source.with(method));
        }

        /**
         * Leaves a source out.
         *
         * @param name the source's name
         * @return this builder
         */
        public Builder removeSource(String name) {
            sources.removeIf(source -> source.name().equals(name));
            return this;
        }

        private Builder replace(String name, UnaryOperator<Source> change) {
            if (sources.stream().noneMatch(source -> source.name().equals(name))) {
                misuse.add(
                        "source.unknown",
                        "sources",
                        "There is no source \"" + name + "\" to change.",
                        "Add it with source(...) first, or correct the name.");
            }
            sources.replaceAll(source -> source.name().equals(name) ? change.apply(source) : source);
            return this;
        }

        /**
         * Judges what was gathered, without an exception.
         *
         * @return everything that is wrong, sorted by path; empty when {@link #build()} would give a plan
         */
        public List<Problem> problems() {
            return problems(i -> "sources[" + i + "]");
        }

        /** The same, with another path for each source. */
        List<Problem> problems(IntFunction<String> paths) {
            return PlanRules.judge(new DataSourcePlan(platform, loader, sources), paths, misuse);
        }

        /**
         * Gives the plan.
         *
         * @return the plan, which is valid
         * @throws InvalidPlanException with every problem, when there is one
         */
        public DataSourcePlan build() {
            List<Problem> problems = problems();
            if (!problems.isEmpty()) {
                throw new InvalidPlanException(problems);
            }
            return new DataSourcePlan(platform, loader, sources);
        }
    }

    boolean hasLoader() {
        return loader != null;
    }
}
