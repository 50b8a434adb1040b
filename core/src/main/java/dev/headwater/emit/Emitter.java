package dev.headwater.emit;

import dev.headwater.plan.DataSourcePlan;

/**
 * Writes one concern of a plan: returns what must be in a repository, never edits it. An emitter is pure: the same plan
 * and the same view give the same emission. It may look at other people's things, such as module contracts and style;
 * its own things are not in what it is shown, as far as {@link RepositoryView} says. Which addresses it has depends on
 * the plan alone.
 *
 * <p>Anybody may bring emitters of their own.
 */
public interface Emitter {

    /**
     * The emitter's name in messages.
     *
     * @return such as {@code terraform}; not blank
     */
    String name();

    /**
     * Says what a plan needs in a repository.
     *
     * @param plan the plan, which is valid
     * @param view what other people have in the repository
     * @return what must be there, what to know and what to do
     */
    Emission emit(DataSourcePlan plan, RepositoryView view);
}
