package dev.headwater.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * The hunks between two texts, with three lines around them. A line keeps its line feed, so that a last line without
 * one is a line of its own kind; a carriage return is content.
 */
final class Hunks {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final StringBuilder text = new StringBuilder();

    private Hunks(List<String> before) {
        this.before = before;
    }

    static String between(String before, String after) {
        Hunks hunks = new Hunks(lines(before));
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(hunks.before, lines(after)).getDeltas();
        groups(deltas).forEach(hunks::print);
        return hunks.text.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** Deltas whose surroundings touch share a hunk. */
    private static List<List<AbstractDelta<String>>> groups(List<AbstractDelta<String>> deltas) {
        List<List<AbstractDelta<String>>> groups = new ArrayList<>();
        int previousEnd = 0;
        for (AbstractDelta<String> delta : deltas) {
            if (groups.isEmpty() || start(delta) - previousEnd > 2 * CONTEXT) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(delta);
            previousEnd = end(delta);
        }
        return groups;
    }

    private void print(List<AbstractDelta<String>> group) {
        AbstractDelta<String> first = group.get(0);
        int start = Math.max(0, start(first) - CONTEXT);
        int end = Math.min(before.size(), end(group.get(group.size() - 1)) + CONTEXT);
        int newStart = first.getTarget().getPosition() - (start(first) - start);
        text.append("@@ -").append(range(start, end - start));
        text.append(" +").append(range(newStart, end - start + growth(group))).append(" @@\n");
        int next = start;
        for (AbstractDelta<String> delta : group) {
            printLines(' ', before.subList(next, start(delta)));
            printLines('-', delta.getSource().getLines());
            printLines('+', delta.getTarget().getLines());
            next = end(delta);
        }
        printLines(' ', before.subList(next, end));
    }

    private static int growth(List<AbstractDelta<String>> group) {
        return group.stream()
                .mapToInt(delta -> delta.getTarget().size() - delta.getSource().size())
                .sum();
    }

    /** Lines count from 1; a range without lines names the line before it. */
    private static String range(int start, int count) {
        return (count == 0 ? start : start + 1) + "," + count;
    }

    private void printLines(char mark, List<String> lines) {
        for (String line : lines) {
            text.append(mark).append(line);
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }
}
