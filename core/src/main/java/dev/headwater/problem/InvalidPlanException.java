package dev.headwater.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A plan that cannot be built. Its message lists every problem, one a line. */
public final class InvalidPlanException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems what is wrong, at least one */
    public InvalidPlanException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Everything that is wrong with the plan.
     *
     * @return the problems, sorted by path
     */
    public List<Problem> problems() {
        return problems;
    }
}
