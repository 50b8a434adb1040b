package dev.headwater.reconcile;

/** An edit of a readable file that is not certain to be right. */
final class RefusedEditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final int line;

    RefusedEditException(String code, int line, String message) {
        super(message);
        this.code = code;
        this.line = line;
    }

    String code() {
        return code;
    }

    int line() {
        return line;
    }
}
