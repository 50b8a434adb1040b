package dev.headwater.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a plan reports all of them at once. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** An empty collection. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param code stable code
     * @param path where it is in the plan
     * @param message what is wrong, with the value, one sentence
     * @param hint how to mend it, one sentence
     */
    public void add(String code, String path, String message, String hint) {
        found.add(Problem.of(code, path, message, hint));
    }

    /**
     * What was found so far.
     *
     * @return the problems, sorted, each once
     */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
