package dev.headwater.document;

import dev.headwater.problem.Diagnostic;

/**
 * A text that the tool it is written for would refuse, that means different things to different readers of it, or that
 * cannot be edited for certain.
 */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, where, and how to mend it. */
    private final transient Diagnostic diagnostic;

    /**
     * Names one fault of a text.
     *
     * @param code stable code, such as {@code yaml.syntax}
     * @param line where it is, from 1; 0 when it is about the whole file
     * @param message what is wrong, one sentence
     * @param hint how to mend it, one sentence
     */
    public DocumentException(String code, int line, String message, String hint) {
        this(new Diagnostic(code, line, message, hint));
    }

    private DocumentException(Diagnostic diagnostic) {
        super(diagnostic.message() + " " + diagnostic.hint());
        this.diagnostic = diagnostic;
    }

    /** {@return what is wrong, where, and how to mend it} */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
