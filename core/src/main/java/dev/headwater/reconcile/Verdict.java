package dev.headwater.reconcile;

import java.util.Optional;

/**
 * What became of one wanted thing.
 *
 * @param outcome whether it was put in, was there, or cannot be put in
 * @param refusal why it cannot be put in
 */
record Verdict(Outcome outcome, Optional<Refusal> refusal) {

    static final Verdict INSERTED = new Verdict(Outcome.INSERTED, Optional.empty());
    static final Verdict UNCHANGED = new Verdict(Outcome.UNCHANGED, Optional.empty());

    static Verdict refused(Refusal refusal) {
        return new Verdict(Outcome.REFUSED, Optional.of(refusal));
    }

    enum Outcome {
        INSERTED,
        UNCHANGED,
        REFUSED
    }
}
