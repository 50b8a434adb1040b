package dev.headwater.emit;

import dev.headwater.platform.Deviation;

/**
 * Something that the reader should know or act on, and that blocks nothing. Where the output differs from the runbook,
 * the code is the deviation's, such as {@code RB13}.
 *
 * @param code stable code
 * @param level whether somebody has to do something
 * @param scope whom it concerns
 * @param message what and why, in a sentence or two of plain text
 */
public record Finding(String code, Level level, Scope scope, String message) {

    /** How much a finding asks of the reader. */
    public enum Level {
        /** Somebody must do something. */
        ACT,
        /** The output differs from the runbook's text. */
        KNOW
    }

    /**
     * A finding on which somebody must act.
     *
     * @param code stable code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding act(String code, Scope scope, String message) {
        return new Finding(code, Level.ACT, scope, message);
    }

    /**
     * A finding that is good to know.
     *
     * @param code stable code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding know(String code, Scope scope, String message) {
        return new Finding(code, Level.KNOW, scope, message);
    }

    /**
     * A deviation from the runbook on which somebody must act.
     *
     * @param deviation the deviation, which gives the code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding act(Deviation deviation, Scope scope, String message) {
        return act(deviation.code(), scope, message);
    }

    /**
     * A deviation from the runbook that is good to know.
     *
     * @param deviation the deviation, which gives the code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding know(Deviation deviation, Scope scope, String message) {
        return know(deviation.code(), scope, message);
    }
}
