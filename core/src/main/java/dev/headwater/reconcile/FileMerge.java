package dev.headwater.reconcile;

import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.read.UnreadableTextException;
import java.util.List;
import java.util.Optional;

/** Whole files: put in when missing, equal but for line ends, or in the way. */
final class FileMerge {

    private static final int LONGEST_LINE = 120;

    private final RepositoryFiles files;
    private final Outcome outcome;

    FileMerge(RepositoryFiles files, Outcome outcome) {
        this.files = files;
        this.outcome = outcome;
    }

    void merge(Fragment fragment) {
        String path = fragment.home();
        try {
            Optional<String> before = files.text(path, "file");
            if (before.isEmpty()) {
                outcome.change(path, before, fragment.text());
            } else if (fragment.keep() == Keep.MANAGED && !sameLines(before.orElseThrow(), fragment.text())) {
                Refusal taken = taken(before.orElseThrow(), fragment.text());
                outcome.refuse(path, taken, Optional.of(fragment.text()));
            }
        } catch (UnreadableTextException fault) {
            outcome.refuse(path, Refusal.of(fault), Optional.of(fragment.text()));
        }
    }

    private static Refusal taken(String before, String wanted) {
        List<String> there = before.lines().toList();
        List<String> asked = wanted.lines().toList();
        int line = 0;
        while (line < there.size() && line < asked.size() && there.get(line).equals(asked.get(line))) {
            line++;
        }
        return new Refusal(
                "file.taken",
                line + 1,
                "The file is there already and says something else: line " + (line + 1) + " is " + shown(there, line)
                        + ", not " + shown(asked, line) + ".",
                "Compare it with the wanted text, and keep one of the two.");
    }

    private static String shown(List<String> lines, int line) {
        return line < lines.size() ? "\"" + shortened(lines.get(line)) + "\"" : "the end of the file";
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private static boolean sameLines(String one, String other) {
        return one.replace("\r\n", "\n").equals(other);
    }
}
