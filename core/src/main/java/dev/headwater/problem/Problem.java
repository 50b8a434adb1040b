package dev.headwater.problem;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a plan. Problems sort by path, list positions as numbers ({@code tables[10]} after
 * {@code tables[9]}), then by code and message.
 *
 * @param code stable code, dot-separated lower case, such as {@code name.snowflake.reserved}
 * @param path where it is in the plan, such as {@code sources[0].tables[1].name}; empty for the plan as a whole
 * @param message what is wrong, with the value, one sentence
 * @param hint how to mend it, one sentence
 * @param position where it stands in a spec file, if the plan came from one
 */
public record Problem(String code, String path, String message, String hint, Optional<Position> position)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::path, Problem::comparePaths)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    /**
     * @param code stable code
     * @param path where it is in the plan; what cannot be seen in it is shown as its code point
     * @param message what is wrong; what cannot be seen in it is shown as its code point
     * @param hint how to mend it; what cannot be seen in it is shown as its code point
     * @param position where it stands in a spec file
     */
    public Problem {
        path = VisibleText.of(path);
        message = VisibleText.of(message);
        hint = VisibleText.of(hint);
    }

    /**
     * A place in a spec file.
     *
     * @param file name of the file as the caller gave it
     * @param line line, from 1
     * @param column column, from 1
     */
    public record Position(String file, int line, int column) {}

    /**
     * A problem of a plan that was built in code.
     *
     * @param code stable code
     * @param path where it is in the plan
     * @param message what is wrong
     * @param hint how to mend it
     * @return the problem, without a position
     */
    public static Problem of(String code, String path, String message, String hint) {
        return new Problem(code, path, message, hint, Optional.empty());
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String place = position.map(at -> at.file() + ":" + at.line() + ":" + at.column() + ": ")
                .orElse("");
        return place + (path.isEmpty() ? "plan" : path) + ": " + message + " " + hint + " [" + code + "]";
    }

    private static int comparePaths(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int leftEnd = endOfDigits(left, i);
            int rightEnd = endOfDigits(right, j);
            int order = leftEnd > i && rightEnd > j
                    ? compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd))
                    : Character.compare(left.charAt(i), right.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, leftEnd);
            j = Math.max(j + 1, rightEnd);
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String left, String right) {
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }
}
