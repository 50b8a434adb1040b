package dev.headwater.document;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text start, found once. */
final class LineTable {

    private final int[] feeds;

    LineTable(String text) {
        this.feeds = feeds(text);
    }

    private static int[] feeds(String text) {
        IntStream.Builder found = IntStream.builder();
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            found.add(at);
        }
        return found.build().toArray();
    }

    /** The line, from 1, in which an offset lies. */
    int line(int offset) {
        int before = Arrays.binarySearch(feeds, offset);
        return 1 + (before >= 0 ? before : -before - 1);
    }
}
