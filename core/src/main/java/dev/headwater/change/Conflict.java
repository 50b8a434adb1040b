package dev.headwater.change;

import dev.headwater.problem.Diagnostic;
import java.util.Comparator;
import java.util.Optional;

/**
 * One reason why a change cannot be applied, for the person who clears it. Conflicts sort by repository, file, line and
 * code.
 *
 * @param code stable code, dot-separated lower case, such as {@code apply.changed}
 * @param repository name of the repository
 * @param file path of the file in the repository
 * @param line line in the file, from 1; 0 when the conflict is about the whole file
 * @param message what stands in the way, one sentence
 * @param hint how to clear it, one sentence
 * @param wanted the text to paste by hand, where there is one, as it has to stand in the file
 */
public record Conflict(
        String code, String repository, String file, int line, String message, String hint, Optional<String> wanted)
        implements Comparable<Conflict> {

    private static final Comparator<Conflict> ORDER = Comparator.comparing(Conflict::repository)
            .thenComparing(Conflict::file)
            .thenComparing(Conflict::line)
            .thenComparing(Conflict::code)
            .thenComparing(Conflict::message)
            .thenComparing(Conflict::hint)
            .thenComparing(conflict -> conflict.wanted().orElse(""));

    /**
     * A conflict of what was found in a file.
     *
     * @param repository name of the repository
     * @param file path of the file in the repository
     * @param diagnostic what stands in the way
     * @param wanted the text to paste by hand, where there is one
     * @return the conflict
     */
    public static Conflict of(String repository, String file, Diagnostic diagnostic, Optional<String> wanted) {
        return new Conflict(
                diagnostic.code(),
                repository,
                file,
                diagnostic.line(),
                diagnostic.message(),
                diagnostic.hint(),
                wanted);
    }

    @Override
    public int compareTo(Conflict other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String place = repository + "/" + file + (line == 0 ? "" : ":" + line);
        return place + ": " + message + " " + hint + " [" + code + "]";
    }
}
