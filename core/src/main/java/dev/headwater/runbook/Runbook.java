package dev.headwater.runbook;

import dev.headwater.change.ChangeSet;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import java.util.List;

/** The runbook for one onboarding. Immutable. */
public final class Runbook {

    private final List<DataSourcePlan> plans;
    private final List<ChangeSet> changes;
    private final List<Finding> findings;
    private final List<Finding> notes;
    private final List<Step> steps;

    /**
     * Fills the runbook in.
     *
     * @param plans what is added
     * @param changes what changes in the repositories
     * @param findings what somebody has to act on
     * @param notes what is good to know
     * @param steps what there is to do, in any order
     */
    public Runbook(
            List<DataSourcePlan> plans,
            List<ChangeSet> changes,
            List<Finding> findings,
            List<Finding> notes,
            List<Step> steps) {
        this.plans = List.copyOf(plans);
        this.changes = List.copyOf(changes);
        this.findings = List.copyOf(findings);
        this.notes = List.copyOf(notes);
        this.steps = StepOrder.of(steps);
    }

    /**
     * What there is to do.
     *
     * @return the steps, in the order in which they are done
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The runbook as a document.
     *
     * @return CommonMark, with {@code \n}
     */
    public String toMarkdown() {
        return new MarkdownRunbook(plans, changes, findings, notes, steps).text();
    }

    @Override
    public String toString() {
        return "runbook of " + steps.size() + " steps for " + plans;
    }
}
