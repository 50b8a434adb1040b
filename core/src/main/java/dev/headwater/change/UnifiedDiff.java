package dev.headwater.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prints one file's change the way git reads it: lines keep their ends, so a missing final newline is a difference. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static String of(FileChange change) {
        UnifiedDiff diff = new UnifiedDiff(
                lines(change.before().orElse("")), lines(change.after().orElse("")));
        diff.printHeader(change);
        if (!diff.before.isEmpty() || !diff.after.isEmpty()) {
            diff.printNames(change);
            diff.printHunks();
        }
        return diff.out.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private void printHeader(FileChange change) {
        out.append("diff --git ")
                .append(quoted("a/" + change.path()))
                .append(' ')
                .append(quoted("b/" + change.path()))
                .append('\n');
        switch (change.kind()) {
            case CREATE -> out.append("new file mode 100644\n");
            case DELETE -> out.append("deleted file mode 100644\n");
            case EDIT -> {}
        }
        if (before.isEmpty() && after.isEmpty()) {
            // Git wants to see an object name where an empty file has no hunks; zeros stand for "none".
            out.append("index 0000000..e69de29\n");
        }
    }

    private void printNames(FileChange change) {
        boolean created = change.kind() == FileChange.Kind.CREATE;
        boolean deleted = change.kind() == FileChange.Kind.DELETE;
        out.append("--- ")
                .append(created ? "/dev/null" : name("a/" + change.path()))
                .append('\n');
        out.append("+++ ")
                .append(deleted ? "/dev/null" : name("b/" + change.path()))
                .append('\n');
    }

    private static String name(String path) {
        String name = quoted(path);
        return path.contains(" ") && name.equals(path) ? name + "\t" : name;
    }

    /** Git's C style for names with bytes outside printable ASCII. */
    private static String quoted(String path) {
        boolean plain = path.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '"' && c != '\\');
        if (plain) {
            return path;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c >= 0x20 && c < 0x7F) {
                quoted.append((char) c);
            } else {
                quoted.append('\\')
                        .append((char) ('0' + (c >> 6)))
                        .append((char) ('0' + ((c >> 3) & 7)))
                        .append((char) ('0' + (c & 7)));
            }
        }
        return quoted.append('"').toString();
    }

    private void printHunks() {
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        int first = 0;
        while (first < deltas.size()) {
            int last = first;
            while (last + 1 < deltas.size() && touches(deltas.get(last), deltas.get(last + 1))) {
                last++;
            }
            printHunk(deltas.subList(first, last + 1));
            first = last + 1;
        }
    }

    private static boolean touches(AbstractDelta<String> one, AbstractDelta<String> next) {
        int end = one.getSource().getPosition() + one.getSource().size();
        return next.getSource().getPosition() - end <= 2 * CONTEXT;
    }

    private void printHunk(List<AbstractDelta<String>> deltas) {
        AbstractDelta<String> first = deltas.get(0);
        AbstractDelta<String> last = deltas.get(deltas.size() - 1);
        int from = Math.max(0, first.getSource().getPosition() - CONTEXT);
        int to = Math.min(
                before.size(), last.getSource().getPosition() + last.getSource().size() + CONTEXT);
        int newFrom = first.getTarget().getPosition() - (first.getSource().getPosition() - from);
        int newTo = last.getTarget().getPosition()
                + last.getTarget().size()
                + (to - last.getSource().getPosition() - last.getSource().size());
        out.append("@@ -")
                .append(range(from, to))
                .append(" +")
                .append(range(newFrom, newTo))
                .append(" @@\n");
        int at = from;
        for (AbstractDelta<String> delta : deltas) {
            print(' ', before.subList(at, delta.getSource().getPosition()));
            print('-', delta.getSource().getLines());
            print('+', delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        print(' ', before.subList(at, to));
    }

    private static String range(int from, int to) {
        return (from == to ? from : from + 1) + "," + (to - from);
    }

    private void print(char sign, List<String> lines) {
        for (String line : lines) {
            out.append(sign).append(line);
            if (!line.endsWith("\n")) {
                out.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
