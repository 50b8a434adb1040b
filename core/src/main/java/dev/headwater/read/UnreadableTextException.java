package dev.headwater.read;

/** Text that the tool it is written for would refuse, or that means different things to different readers of it. */
public final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of fault it is. */
    private final String code;

    /** Where it is, from 1. */
    private final int line;

    /**
     * Names one fault of a text.
     *
     * @param code stable code, such as {@code yaml.syntax}
     * @param line where it is, from 1
     * @param message what is wrong and how to mend it
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
     * Where the fault is.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }
}
