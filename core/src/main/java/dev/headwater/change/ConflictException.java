package dev.headwater.change;

import java.util.List;
import java.util.stream.Collectors;

/** Changes that cannot be applied. Nothing was written. Its message lists every conflict, one a line. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Conflict> conflicts;

    /** @param conflicts what stands in the way, at least one */
    public ConflictException(List<Conflict> conflicts) {
        super(conflicts.stream().sorted().map(Conflict::toString).collect(Collectors.joining("\n")));
        this.conflicts = conflicts.stream().sorted().toList();
    }

    /**
     * Everything that stands in the way.
     *
     * @return the conflicts, sorted
     */
    public List<Conflict> conflicts() {
        return conflicts;
    }
}
