package dev.headwater.document.edit;

import dev.headwater.problem.Diagnostic;

/** What became of a wanted item. */
public sealed interface ItemVerdict {

    /** It was not there and is in the new text. */
    record Inserted() implements ItemVerdict {}

    /** It is there already. */
    record Unchanged() implements ItemVerdict {}

    /**
     * It is not there and was not inserted.
     *
     * @param diagnostic why, the line of the file that stands in the way, and how to mend it
     */
    record Refused(Diagnostic diagnostic) implements ItemVerdict {

        public Refused forChildOf(ItemPath parent) {
            return new Refused(new Diagnostic(
                    diagnostic.code(),
                    diagnostic.line(),
                    "'" + parent + "', which holds this item, cannot be added. " + diagnostic.message(),
                    diagnostic.hint()));
        }
    }
}
