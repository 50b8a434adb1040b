package dev.headwater.emit;

import dev.headwater.plan.DataSourcePlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a plan needs in one repository, as an emitter says it: what must be there, what of other people's must be there
 * already, what to know, and what to do besides merging text. Immutable; two are equal when they say the same in the
 * same order.
 */
public final class Emission {

    private final List<Fragment> fragments;
    private final List<Requirement> requirements;
    private final List<Finding> findings;
    private final List<Step> steps;

    private Emission(Builder builder) {
        this.fragments = List.copyOf(builder.fragments);
        this.requirements = List.copyOf(builder.requirements);
        this.findings = List.copyOf(builder.findings);
        this.steps = List.copyOf(builder.steps);
    }

    /** {@return an emission to be filled} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Asks an emitter. It sees its repository without what it wants there itself, so that what it says is the same
     * before and after that is written: it is asked with an empty repository first, only to learn which addresses are
     * its own, unless it looks at nothing.
     *
     * @param emitter the emitter
     * @param plan the plan
     * @param snapshot its repository
     * @return what it says
     */
    public static Emission of(Emitter emitter, DataSourcePlan plan, Snapshot snapshot) {
        RepositoryView empty = RepositoryView.empty(snapshot.repository().name());
        Emission own = answer(emitter, plan, empty);
        return empty.wasAsked() ? answer(emitter, plan, RepositoryView.without(own.addresses(), snapshot)) : own;
    }

    private static Emission answer(Emitter emitter, DataSourcePlan plan, RepositoryView view) {
        return Objects.requireNonNull(
                emitter.emit(plan, view), () -> "emit of the emitter \"" + emitter.name() + "\" returned null");
    }

    /** {@return what must be there} */
    public List<Fragment> fragments() {
        return fragments;
    }

    /** {@return what of other people's must be there already} */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** {@return what the reader should know or act on} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return what has to be done besides merging text} */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The same with other fragments.
     *
     * @param change what becomes of each
     * @return the changed emission
     */
    public Emission with(UnaryOperator<Fragment> change) {
        Builder changed = builder().all(this);
        changed.fragments.replaceAll(change);
        return changed.build();
    }

    private Set<Address> addresses() {
        Set<Address> addresses = new LinkedHashSet<>();
        fragments.forEach(fragment -> addresses.add(fragment.address()));
        return addresses;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Emission that
                && fragments.equals(that.fragments)
                && requirements.equals(that.requirements)
                && findings.equals(that.findings)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fragments, requirements, findings, steps);
    }

    @Override
    public String toString() {
        return addresses() + ", findings " + findings + ", steps " + steps;
    }

    /**
     * Something of other people's that must be in the repository already. When it is not, that is a conflict.
     *
     * @param address the thing
     * @param why why it is needed and what to do when it is missing, one sentence for the reader
     */
    public record Requirement(Address address, String why) {

        /**
         * @param address the thing
         * @param why why it is needed and what to do when it is missing
         */
        public Requirement {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(why, "why");
        }
    }

    /** Takes what an emitter says, in the order in which it says it. */
    public static final class Builder {

        private final List<Fragment> fragments = new ArrayList<>();
        private final List<Requirement> requirements = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        private Builder() {}

        /**
         * Says that something must be in the repository.
         *
         * @param fragment the thing
         * @return this builder
         */
        public Builder fragment(Fragment fragment) {
            fragments.add(Objects.requireNonNull(fragment, "fragment"));
            return this;
        }

        /**
         * Says that something of other people's must be in the repository already.
         *
         * @param address the thing
         * @param why why it is needed and what to do when it is missing, one sentence for the reader
         * @return this builder
         */
        public Builder require(Address address, String why) {
            requirements.add(new Requirement(address, why));
            return this;
        }

        /**
         * Says what the reader should know or act on.
         *
         * @param finding the finding
         * @return this builder
         */
        public Builder finding(Finding finding) {
            findings.add(Objects.requireNonNull(finding, "finding"));
            return this;
        }

        /**
         * Says what has to be done besides merging text.
         *
         * @param step the step
         * @return this builder
         */
        public Builder step(Step step) {
            steps.add(Objects.requireNonNull(step, "step"));
            return this;
        }

        /**
         * Says everything that another emission says.
         *
         * @param emission the other one
         * @return this builder
         */
        public Builder all(Emission emission) {
            Objects.requireNonNull(emission, "emission");
            fragments.addAll(emission.fragments);
            requirements.addAll(emission.requirements);
            findings.addAll(emission.findings);
            steps.addAll(emission.steps);
            return this;
        }

        /** {@return what was said so far} */
        public Emission build() {
            return new Emission(this);
        }
    }
}
