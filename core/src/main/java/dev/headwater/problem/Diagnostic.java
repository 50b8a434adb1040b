package dev.headwater.problem;

/**
 * What stands in the way, where, and how to mend it: what every part of Headwater says it with, before it becomes a
 * problem of a plan, a conflict of a file or a finding.
 *
 * @param code stable code, dot-separated lower case, such as {@code yaml.syntax}
 * @param line line in the file, from 1; 0 when it is about the whole file
 * @param message what is wrong, one sentence; what cannot be seen in it is shown as its code point
 * @param hint how to mend it, one sentence; what cannot be seen in it is shown as its code point
 */
public record Diagnostic(String code, int line, String message, String hint) {

    /**
     * @param code stable code
     * @param line line in the file
     * @param message what is wrong
     * @param hint how to mend it
     */
    public Diagnostic {
        message = VisibleText.of(message);
        hint = VisibleText.of(hint);
    }
}
