package dev.headwater.problem;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Collects problems, so that a plan reports all of them at once. Not thread-safe. */
public final class Problems {

    private static final Pattern TOO_MANY_MARKS = Pattern.compile("\\p{M}{31}");

    private static final int MOST_NAMED = 10;

    private final List<Problem> found = new ArrayList<>();

    /** An empty collection. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param code stable code
     * @param path where it is in the plan
     * @param message what is wrong, with the value, one sentence
     * @param hint how to mend it, one sentence
     */
    public void add(String code, String path, String message, String hint) {
        found.add(Problem.of(code, path, message, hint));
    }

    /**
     * Adds a problem that was found elsewhere.
     *
     * @param problem the problem
     */
    public void add(Problem problem) {
        found.add(problem);
    }

    /**
     * Judges text from people, of any number of lines. Every target can carry it when it has no control characters but
     * line breaks and tabs, no lone surrogates, and none of the line and paragraph separators that only some readers
     * take for line ends, nor more than 30 combining marks in a row, behind which Terraform (1.11) puts a U+034F of its
     * own; else it is a problem {@code text.character}.
     *
     * @param path where it is in the plan
     * @param text the text
     */
    public void text(String path, String text) {
        List<String> odd = text.codePoints()
                .filter(c -> c != '\n' && c != '\t' && isUncarried(c))
                .distinct()
                .limit(MOST_NAMED)
                .mapToObj(Problems::name)
                .toList();
        if (!odd.isEmpty()) {
            boolean one = odd.size() == 1;
            add(
                    "text.character",
                    path,
                    "The text holds the character" + (one ? " " : "s ") + String.join(", ", odd)
                            + ", which not every target can carry.",
                    "Remove " + (one ? "it" : "them") + "; line breaks are \\n.");
        }
        if (hasTooManyMarks(text) || hasTooManyMarks(Normalizer.normalize(text, Normalizer.Form.NFD))) {
            add(
                    "text.character",
                    path,
                    "The text has more than 30 combining marks in a row, which not every target can carry.",
                    "Remove some.");
        }
    }

    /**
     * Judges text of one line; a line break or a tab in it is a problem {@code text.line}.
     *
     * @param path where it is in the plan
     * @param text the text
     */
    public void line(String path, String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            add("text.line", path, "The text has a line break or a tab.", "Write it on one line.");
        }
        text(path, text);
    }

    /** Asked of a text as it is first, because putting thousands of marks in order takes the square of their number. */
    private static boolean hasTooManyMarks(String text) {
        return TOO_MANY_MARKS.matcher(text).find();
    }

    private static boolean isUncarried(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE
                || c == 0x2028
                || c == 0x2029;
    }

    private static String name(int c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    /**
     * What was found so far.
     *
     * @return the problems, sorted, each once
     */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    @Override
    public String toString() {
        return sorted().toString();
    }
}
