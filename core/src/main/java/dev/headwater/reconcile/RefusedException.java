package dev.headwater.reconcile;

/** Carries a refusal out of the depths of an edit. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedException(String code, int line, String message, String hint) {
        super(message);
        this.refusal = new Refusal(code, line, message, hint);
    }

    Refusal refusal() {
        return refusal;
    }
}
