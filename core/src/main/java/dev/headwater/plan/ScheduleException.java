package dev.headwater.plan;

/** A schedule that cannot be. */
final class ScheduleException extends Exception {

    private static final long serialVersionUID = 1;

    private final String message;
    private final String hint;

    /**
     * @param message what is wrong, with the value, one sentence
     * @param hint how to mend it, one sentence
     */
    ScheduleException(String message, String hint) {
        super(message);
        this.message = message;
        this.hint = hint;
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }
}
