package dev.headwater.apply;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** How to take back what was done so far, last step first. Closing it takes everything back, unless it was kept. */
final class UndoLog implements AutoCloseable {

    /** Takes one step back. */
    interface Undo {
        void run() throws IOException;
    }

    private record Entry(String file, Undo undo) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final List<IOException> failures = new ArrayList<>();
    private final List<String> notRestored = new ArrayList<>();

    void add(String file, Undo undo) {
        entries.push(new Entry(file, undo));
    }

    void keepEverything() {
        entries.clear();
    }

    @Override
    public void close() {
        while (!entries.isEmpty()) {
            undo(entries.pop());
        }
    }

    private void undo(Entry entry) {
        try {
            entry.undo().run();
        } catch (IOException e) {
            failures.add(e);
            notRestored.add(entry.file());
        }
    }

    /** The files, or what was written beside them, that are not as they were. */
    List<String> notRestored() {
        return notRestored.stream().sorted().distinct().toList();
    }

    List<IOException> failures() {
        return List.copyOf(failures);
    }
}
