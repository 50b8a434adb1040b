package dev.headwater.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of ranges of one text, made in one go. */
final class Splices {

    private final List<Splice> splices = new ArrayList<>();

    /**
     * @param start offset of the first character that goes
     * @param end offset behind it
     * @param column how far what is inserted is indented
     * @param replacement what comes in its place
     */
    private record Splice(int start, int end, int column, String replacement) {}

    void replace(int start, int end, String replacement) {
        splices.add(new Splice(start, end, 0, replacement));
    }

    /** Of insertions at one place, the most indented comes first: it continues what stands above. */
    void insert(int at, int column, String text) {
        splices.add(new Splice(at, at, column, text));
    }

    String applyTo(String text) {
        StringBuilder result = new StringBuilder(text.length() + 256);
        int at = 0;
        List<Splice> sorted = splices.stream()
                .sorted(Comparator.comparingInt(Splice::start)
                        .thenComparing(Comparator.comparingInt(Splice::column).reversed()))
                .toList();
        for (Splice splice : sorted) {
            result.append(text, at, splice.start()).append(splice.replacement());
            at = splice.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
