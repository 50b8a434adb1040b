package dev.headwater.reconcile;

import dev.headwater.read.UnreadableTextException;

/**
 * Why something cannot be merged for certain.
 *
 * @param code stable code
 * @param line line, from 1; 0 when it is about the whole file
 * @param message what stands in the way, one sentence
 * @param hint what to do, one sentence
 */
record Refusal(String code, int line, String message, String hint) {

    static Refusal of(UnreadableTextException fault) {
        return of(fault.code(), fault.line(), String.valueOf(fault.getMessage()));
    }

    static Refusal of(RefusedEditException refused) {
        return of(refused.code(), refused.line(), String.valueOf(refused.getMessage()));
    }

    /** Words that read "what stands in the way; what to do", or with a colon in between. */
    static Refusal of(String code, int line, String words) {
        int split = Math.max(words.lastIndexOf("; "), words.lastIndexOf(": "));
        if (split < 0) {
            return new Refusal(code, line, words, "Correct the file by hand.");
        }
        String hint = words.substring(split + 2);
        return new Refusal(
                code, line, words.substring(0, split) + ".", Character.toUpperCase(hint.charAt(0)) + hint.substring(1));
    }
}
