package dev.headwater.document;

import java.util.Arrays;

/** Where the lines of a text start, found once. */
final class LineTable {

    private final int[] feeds;

    LineTable(String text) {
        this.feeds = feeds(text);
    }

    private static int[] feeds(String text) {
        int[] found = new int[(int) text.chars().filter(c -> c == '\n').count()];
        int at = -1;
        for (int i = 0; i < found.length; i++) {
            at = text.indexOf('\n', at + 1);
            found[i] = at;
        }
        return found;
    }

    /** The line, from 1, in which an offset lies. */
    int line(int offset) {
        int before = Arrays.binarySearch(feeds, offset);
        return 1 + (before >= 0 ? before : -before - 1);
    }
}
