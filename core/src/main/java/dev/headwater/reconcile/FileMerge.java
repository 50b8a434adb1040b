package dev.headwater.reconcile;

import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.read.UnreadableTextException;
import java.util.Optional;

/** Whole files: put in when missing, equal but for line ends, or in the way. */
final class FileMerge {

    private final RepositoryFiles files;
    private final Reconciler.Outcome outcome;

    FileMerge(RepositoryFiles files, Reconciler.Outcome outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    void merge(Fragment fragment) {
        String path = fragment.home();
        try {
            Optional<String> before = files.text(path, "file");
            if (before.isEmpty()) {
                outcome.change(path, before, fragment.text());
            } else if (fragment.keep() == Keep.MANAGED && !sameLines(before.orElseThrow(), fragment.text())) {
                Refusal taken = new Refusal(
                        "file.taken",
                        0,
                        "The file is there already and says something else.",
                        "Compare it with the wanted text, and keep one of the two.");
                outcome.refuse(path, taken, Optional.of(fragment.text()));
            }
        } catch (UnreadableTextException fault) {
            outcome.refuse(path, Refusal.of(fault), Optional.of(fragment.text()));
        }
    }

    private static boolean sameLines(String one, String other) {
        return one.replace("\r\n", "\n").equals(other);
    }
}
