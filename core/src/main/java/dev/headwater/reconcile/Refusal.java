package dev.headwater.reconcile;

import dev.headwater.emit.Fragment;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.Visible;

/**
 * Why something cannot be merged for certain.
 *
 * @param code stable code
 * @param line line, from 1; 0 when it is about the whole file
 * @param message what stands in the way, one sentence
 * @param hint what to do, one sentence
 */
record Refusal(String code, int line, String message, String hint) {

    Refusal {
        message = Visible.of(message);
        hint = Visible.of(hint);
    }

    static Refusal of(UnreadableTextException fault) {
        return new Refusal(fault.code(), fault.line(), fault.problem(), fault.hint());
    }

    static Refusal ignored(String rule) {
        return new Refusal(
                "repository.ignored",
                0,
                "Git ignores this path (" + rule + "), so it is neither read nor written.",
                "Narrow that rule so that it leaves the path out, then make a new preview.");
    }

    static Refusal of(RefusedEditException refused) {
        return new Refusal(refused.code(), refused.line(), refused.problem(), refused.hint());
    }

    static Refusal of(Fragment.Obstacle obstacle) {
        return new Refusal(obstacle.code(), obstacle.line(), obstacle.message(), obstacle.hint());
    }
}
