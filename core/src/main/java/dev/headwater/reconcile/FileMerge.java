package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whole files: put in when missing, equal but for line ends, or in the way. */
final class FileMerge {

    private static final int LONGEST_LINE = 120;
    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");

    private final RepositoryFiles files;
    private final ChangeSetBuilder outcome;

    FileMerge(RepositoryFiles files, ChangeSetBuilder outcome) {
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
                Diagnostic taken = taken(before.orElseThrow(), fragment.text());
                outcome.refuse(path, taken, Optional.of(fragment.text()));
            }
        } catch (DocumentException fault) {
            outcome.refuse(path, fault.diagnostic(), Optional.of(fragment.text()));
        }
    }

    private static Diagnostic taken(String before, String wanted) {
        List<String> there = lines(before);
        List<String> asked = lines(wanted);
        int same = 0;
        while (same < there.size() && same < asked.size() && there.get(same).equals(asked.get(same))) {
            same++;
        }
        return new Diagnostic(
                "file.taken",
                Math.min(same + 1, there.size()),
                "The file is there already and says something else: "
                        + (same == there.size() && same == asked.size()
                                ? "its last line, " + same + ", has " + (before.endsWith("\n") ? "a" : "no")
                                        + " line end"
                                : difference(there, asked, same))
                        + ".",
                "Compare it with the wanted text, and keep one of the two.");
    }

    /** Lines without their ends, of which the last line may have none. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(LINE_END.split(text.replaceFirst("\r?\n$", ""), -1));
    }

    /** What the first lines that differ say. */
    private static String difference(List<String> there, List<String> asked, int same) {
        if (there.isEmpty()) {
            return "it is empty";
        }
        if (same == there.size()) {
            return "it ends with line " + same + ", behind which " + shown(asked.get(same)) + " is wanted";
        }
        return "line " + (same + 1) + " is " + shown(there.get(same))
                + (same < asked.size() ? ", not " + shown(asked.get(same)) : ", and the wanted text ends before it");
    }

    private static String shown(String line) {
        return "\"" + shortened(line) + "\"";
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private static boolean sameLines(String one, String other) {
        return one.replace("\r\n", "\n").equals(other);
    }
}
