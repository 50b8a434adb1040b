package dev.headwater.read;

/** Text that the tool it is written for would refuse, or that means different things to different readers of it. */
public final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient String code;
    private final transient int line;

    /**
     * @param code stable code, such as {@code hcl.unterminated-string}
     * @param line line, from 1; 0 when it is about the whole text
     * @param message what is wrong and what to do, one sentence
     */
    public UnreadableTextException(String code, int line, String message) {
        super(message);
        this.code = code;
        this.line = line;
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
     * Where it is.
     *
     * @return the line, from 1; 0 when it is about the whole text
     */
    public int line() {
        return line;
    }
}
