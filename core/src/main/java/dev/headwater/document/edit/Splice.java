package dev.headwater.document.edit;

import java.util.Comparator;
import java.util.List;

/**
 * Lines that take the place of a part of a text.
 *
 * @param from where the part starts
 * @param to where it ends
 * @param column indentation of the lines; of several splices at one place the deepest comes first
 * @param isKey whether the lines start with a key rather than a dash, which comes after dashes of the same column
 * @param lines what to insert, without line ends
 * @param needsLineEnd whether the file must end with a line end after it, because a block of text is in it
 */
record Splice(int from, int to, int column, boolean isKey, List<String> lines, boolean needsLineEnd) {

    static final Comparator<Splice> ORDER = Comparator.comparingInt(Splice::from)
            .thenComparing(Comparator.comparingInt(Splice::column).reversed())
            .thenComparing(Splice::isKey);

    Splice {
        lines = List.copyOf(lines);
    }

    static Splice cut(int from, int to) {
        return new Splice(from, to, 0, false, List.of(), false);
    }

    /** The text with all splices done. Everything outside them stays as it is. */
    static String apply(List<Splice> splices, String text) {
        TextLines lines = new TextLines(text);
        StringBuilder result = new StringBuilder(text.length() + 256);
        boolean closeEnd = !lines.endOpen()
                || splices.stream().anyMatch(splice -> splice.needsLineEnd() && splice.from() == text.length());
        int at = 0;
        for (Splice splice : splices.stream().sorted(ORDER).toList()) {
            result.append(text, at, splice.from());
            splice.writeTo(result, lines.lineEndAbove(splice.from()), closeEnd || splice.from() < text.length());
            at = splice.to();
        }
        return result.append(text, at, text.length()).toString();
    }

    private void writeTo(StringBuilder result, String lineEnd, boolean closed) {
        if (lines.isEmpty()) {
            return;
        }
        if (result.length() > 0 && result.charAt(result.length() - 1) != '\n') {
            result.append(lineEnd);
        }
        result.append(String.join(lineEnd, lines)).append(closed ? lineEnd : "");
    }
}
