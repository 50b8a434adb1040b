package dev.headwater.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that took the place of others, in time that grows with the texts and not with their square. A line
 * that each text has once holds the two together; between such lines, what is the same at the start and at the end is
 * set aside, and the short rest is compared line by line.
 */
final class LineChanges {

    /** Lines of both texts together up to which a rest is compared; a longer one is changed as a whole. */
    private static final int LONGEST_COMPARED = 1000;

    private static final int SEVERAL = -1;

    private final List<String> before;
    private final List<String> after;
    private final List<LineChange> changes = new ArrayList<>();

    private LineChanges(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static List<LineChange> between(List<String> before, List<String> after) {
        LineChanges lines = new LineChanges(before, after);
        lines.split(new LineChange(0, before.size(), 0, after.size()).trimmed(before, after));
        return lines.changes;
    }

    /** What stays keeps its order; where a line was moved down, those that it passed are compared without it. */
    private void split(LineChange whole) {
        LineChange rest = whole;
        Map<String, Integer> once = once(before, whole.start(), whole.end());
        Map<String, Integer> newOnce = once(after, whole.newStart(), whole.newEnd());
        for (int line = whole.start(); line < whole.end(); line++) {
            String text = before.get(line);
            int newLine = newOnce.getOrDefault(text, SEVERAL);
            if (newLine >= rest.newStart() && once.getOrDefault(text, SEVERAL) == line) {
                compare(new LineChange(rest.start(), line, rest.newStart(), newLine));
                rest = new LineChange(line + 1, whole.end(), newLine + 1, whole.newEnd());
            }
        }
        compare(rest);
    }

    /** Where each line is that is there once. */
    private static Map<String, Integer> once(List<String> lines, int start, int end) {
        Map<String, Integer> places = new HashMap<>();
        for (int line = start; line < end; line++) {
            places.merge(lines.get(line), line, (one, other) -> SEVERAL);
        }
        return places;
    }

    private void compare(LineChange stretch) {
        LineChange rest = stretch.trimmed(before, after);
        if (rest.isOneSided() || rest.size() > LONGEST_COMPARED) {
            if (rest.size() > 0) {
                changes.add(rest);
            }
            return;
        }
        List<String> old = before.subList(rest.start(), rest.end());
        List<String> now = after.subList(rest.newStart(), rest.newEnd());
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int start = rest.start() + delta.getSource().getPosition();
            int newStart = rest.newStart() + delta.getTarget().getPosition();
            changes.add(new LineChange(
                    start,
                    start + delta.getSource().size(),
                    newStart,
                    newStart + delta.getTarget().size()));
        }
    }
}
