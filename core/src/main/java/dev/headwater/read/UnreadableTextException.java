package dev.headwater.read;

/** Text that the tool it is written for would refuse, or that means different things to different readers of it. */
public final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of fault it is. */
    private final String code;

    /** Where it is, from 1. */
    private final int line;

    /** What is wrong. */
    private final String problem;

    /** How to mend it. */
    private final String hint;

    /**
     * Names one fault of a text.
     *
     * @param code stable code, such as {@code yaml.syntax}
     * @param line where it is, from 1; 0 when it is about the whole file
     * @param problem what is wrong, one sentence; control characters and odd blanks in it are shown escaped
     * @param hint how to mend it, one sentence
     */
    public UnreadableTextException(String code, int line, String problem, String hint) {
        super(Visible.of(problem) + " " + Visible.of(hint));
        this.code = code;
        this.line = line;
        this.problem = Visible.of(problem);
        this.hint = Visible.of(hint);
    }

    /**
     * What kind of fault it is.
     *
     * @return the stable code
     */
    public String code() {
        return code;
    }

    /**
     * Where the fault is.
     *
     * @return the line, from 1; 0 when it is about the whole file
     */
    public int line() {
        return line;
    }

    /**
     * What is wrong.
     *
     * @return one sentence
     */
    public String problem() {
        return problem;
    }

    /**
     * How to mend it.
     *
     * @return one sentence
     */
    public String hint() {
        return hint;
    }
}
