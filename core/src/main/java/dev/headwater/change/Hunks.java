package dev.headwater.change;

import java.util.ArrayList;
import java.util.List;

/**
 * The hunks between two texts, with three lines around them. A line keeps its line feed, so that a last line without
 * one is a line of its own kind; a carriage return is content.
 */
final class Hunks {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder text = new StringBuilder();

    private Hunks(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static String between(String before, String after) {
        Hunks hunks = new Hunks(lines(before), lines(after));
        groups(LineChanges.between(hunks.before, hunks.after)).forEach(hunks::print);
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

    /** Changes whose surroundings touch share a hunk. */
    private static List<List<LineChange>> groups(List<LineChange> changes) {
        List<List<LineChange>> groups = new ArrayList<>();
        int previousEnd = 0;
        for (LineChange change : changes) {
            if (groups.isEmpty() || change.start() - previousEnd > 2 * CONTEXT) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(change);
            previousEnd = change.end();
        }
        return groups;
    }

    private void print(List<LineChange> group) {
        LineChange first = group.get(0);
        int start = Math.max(0, first.start() - CONTEXT);
        int end = Math.min(before.size(), group.get(group.size() - 1).end() + CONTEXT);
        int newStart = first.newStart() - (first.start() - start);
        int growth = group.stream().mapToInt(LineChange::growth).sum();
        text.append("@@ -").append(range(start, end - start));
        text.append(" +").append(range(newStart, end - start + growth)).append(" @@\n");
        int next = start;
        for (LineChange change : group) {
            printLines(' ', before.subList(next, change.start()));
            printLines('-', before.subList(change.start(), change.end()));
            printLines('+', after.subList(change.newStart(), change.newEnd()));
            next = change.end();
        }
        printLines(' ', before.subList(next, end));
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
}
