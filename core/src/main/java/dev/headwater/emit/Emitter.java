package dev.headwater.emit;

import dev.headwater.plan.DataSourcePlan;

/**
 * Writes one concern of a plan: says what must be in a repository, never edits it. An emitter is pure: the same plan
 * and the same repository give the same words. It may look at other people's things in the repository, such as module
 * contracts and style; it must not look whether its own are there, because existence is the reconciler's business.
 *
 * <p>Anybody may bring emitters of their own.
 */
public interface Emitter {

    /**
     * The emitter's name in messages.
     *
     * @return such as {@code terraform}
     */
    String name();

    /**
     * Says what a plan needs in a repository.
     *
     * @param plan the plan, which is valid
     * @param repository the repository as it is
     * @param out takes what must be there, what to know and what to do
     */
    void emit(DataSourcePlan plan, Repository repository, Emission out);
}
