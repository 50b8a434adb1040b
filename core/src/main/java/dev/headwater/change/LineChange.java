package dev.headwater.change;

import java.util.List;

/**
 * Lines that took the place of others; a range without lines is the place in front of its start. Lines count from 0.
 *
 * @param start the first line that goes
 * @param end the line behind the last one that goes
 * @param newStart the first line that comes
 * @param newEnd the line behind the last one that comes
 */
record LineChange(int start, int end, int newStart, int newEnd) {

    boolean isOneSided() {
        return start == end || newStart == newEnd;
    }

    int size() {
        return end - start + newEnd - newStart;
    }

    int growth() {
        return newEnd - newStart - (end - start);
    }

    /** Without the lines at its start, and then at its end, that stay the same. */
    LineChange trimmed(List<String> before, List<String> after) {
        int from = start;
        int newFrom = newStart;
        while (from < end && newFrom < newEnd && before.get(from).equals(after.get(newFrom))) {
            from++;
            newFrom++;
        }
        int to = end;
        int newTo = newEnd;
        while (to > from && newTo > newFrom && before.get(to - 1).equals(after.get(newTo - 1))) {
            to--;
            newTo--;
        }
        return new LineChange(from, to, newFrom, newTo);
    }
}
