package dev.headwater.reconcile;

/** An edit of a readable file that is not certain to be right. */
final class RefusedEditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final int line;
    private final String problem;
    private final String hint;

    RefusedEditException(String code, int line, String problem, String hint) {
        super(problem + " " + hint);
        this.code = code;
        this.line = line;
        this.problem = problem;
        this.hint = hint;
    }

    String code() {
        return code;
    }

    int line() {
        return line;
    }

    String problem() {
        return problem;
    }

    String hint() {
        return hint;
    }
}
