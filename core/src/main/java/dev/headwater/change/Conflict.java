package dev.headwater.change;

import java.util.Comparator;
import java.util.Optional;

/**
 * Why a change set cannot be applied.
 *
 * @param code stable code, such as {@code yaml.name-taken}
 * @param repository name of the repository
 * @param file path of the file
 * @param line line, from 1; 0 when it is about the whole file
 * @param message what stands in the way, one sentence
 * @param hint what to do, one sentence
 * @param wanted the text to paste by hand, if there is one
 */
public record Conflict(
        String code, String repository, String file, int line, String message, String hint, Optional<String> wanted)
        implements Comparable<Conflict> {

    private static final Comparator<Conflict> ORDER = Comparator.comparing(Conflict::repository)
            .thenComparing(Conflict::file)
            .thenComparingInt(Conflict::line)
            .thenComparing(Conflict::code)
            .thenComparing(Conflict::message);

    @Override
    public int compareTo(Conflict other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return repository + "/" + file + (line > 0 ? ":" + line : "") + ": " + message + " " + hint + " [" + code + "]";
    }
}
