package dev.headwater.runbook;

import dev.headwater.emit.Step;
import java.util.List;
import java.util.Optional;

/**
 * What tells a runbook's steps apart: one emitter may write into several repositories.
 *
 * @param repository the repository whose emitter asked for the step
 * @param id the step's id
 */
record StepName(Optional<String> repository, String id) {

    static StepName of(Step step) {
        return new StepName(step.repository(), step.id());
    }

    /** The steps of its emitter that a step comes after. */
    static List<StepName> after(Step step) {
        return step.after().stream()
                .map(id -> new StepName(step.repository(), id))
                .toList();
    }
}
