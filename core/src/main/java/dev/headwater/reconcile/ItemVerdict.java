package dev.headwater.reconcile;

import dev.headwater.read.UnreadableTextException;

/** What became of a wanted item. */
sealed interface ItemVerdict {

    /** It was not there and is in the new text. */
    record Inserted() implements ItemVerdict {}

    /** It is there already. */
    record Unchanged() implements ItemVerdict {}

    /**
     * It is not there and was not inserted.
     *
     * @param code why, for machines
     * @param line the line of the file that stands in the way, from 1
     * @param message what is there, one sentence
     * @param hint how to mend it, one sentence
     */
    record Refused(String code, int line, String message, String hint) implements ItemVerdict {

        static Refused of(UnreadableTextException fault) {
            return new Refused(fault.code(), fault.line(), fault.problem(), fault.hint());
        }

        static Refused of(RefusedEditException refusal) {
            return new Refused(refusal.code(), refusal.line(), refusal.problem(), refusal.hint());
        }

        Refused forChildOf(ItemPath parent) {
            return new Refused(
                    code, line, "'" + parent + "', which holds this item, cannot be added. " + message, hint);
        }
    }
}
