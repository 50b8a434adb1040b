package dev.headwater.plan;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When dbt warns of a source or a table, and when it fails (step 6). Where nobody says it, a source is judged by its
 * newest rows and by its schedule: it warns after one and fails after two of the longest gaps between runs, which for a
 * daily one are the runbook's 24 and 48 hours (RB31). Immutable; values are judged when the plan is built, and what
 * cannot be is a problem {@code freshness.invalid}.
 */
public final class Freshness {

    /**
     * The table of one row that each run replaces, where runs are judged; no other table of that source may have the
     * name.
     */
    public static final String HEARTBEAT = "heartbeat";

    private enum Judged {
        BY_ROWS,
        BY_RUNS,
        NEVER
    }

    private final Judged judged;
    private final @Nullable Duration warnAfter;
    private final @Nullable Duration errorAfter;

    private Freshness(Judged judged, @Nullable Duration warnAfter, @Nullable Duration errorAfter) {
        this.judged = judged;
        this.warnAfter = warnAfter;
        this.errorAfter = errorAfter;
    }

    /**
     * Other thresholds than the schedule's, for the newest rows.
     *
     * @param warnAfter age from which dbt warns, in whole minutes
     * @param errorAfter age from which it fails, in whole minutes; at least as long
     * @return the freshness
     */
    public static Freshness within(Duration warnAfter, Duration errorAfter) {
        return new Freshness(
                Judged.BY_ROWS,
                Objects.requireNonNull(warnAfter, "warnAfter"),
                Objects.requireNonNull(errorAfter, "errorAfter"));
    }

    /**
     * The runs of a source are judged, not its rows, so that one that is quiet is not stale (RB35): the emitted
     * pipeline keeps a table {@value #HEARTBEAT} of one row that each run replaces, and dbt looks into
     * {@code _dlt_loads}. For sources of dlt only; thresholds are the schedule's.
     *
     * @return the freshness; for a table, or for another loader, it is a problem {@code freshness.runs}
     */
    public static Freshness ofRuns() {
        return new Freshness(Judged.BY_RUNS, null, null);
    }

    /**
     * The same as {@link #ofRuns()}, with other thresholds than the schedule's.
     *
     * @param warnAfter time without a run from which dbt warns, in whole minutes
     * @param errorAfter time without a run from which it fails, in whole minutes; at least as long
     * @return the freshness
     */
    public static Freshness ofRuns(Duration warnAfter, Duration errorAfter) {
        return new Freshness(
                Judged.BY_RUNS,
                Objects.requireNonNull(warnAfter, "warnAfter"),
                Objects.requireNonNull(errorAfter, "errorAfter"));
    }

    /**
     * Nobody is warned.
     *
     * @return the freshness
     */
    public static Freshness none() {
        return new Freshness(Judged.NEVER, null, null);
    }

    /**
     * When dbt warns.
     *
     * @return the age; empty when the schedule tells, or for {@link #none()}
     */
    public Optional<Duration> warnAfter() {
        return Optional.ofNullable(warnAfter);
    }

    /**
     * When dbt fails.
     *
     * @return the age; empty when the schedule tells, or for {@link #none()}
     */
    public Optional<Duration> errorAfter() {
        return Optional.ofNullable(errorAfter);
    }

    /** {@return whether runs are judged, and not rows} */
    public boolean isOfRuns() {
        return judged == Judged.BY_RUNS;
    }

    /** {@return whether nothing is judged} */
    public boolean isNone() {
        return judged == Judged.NEVER;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Freshness that
                && judged == that.judged
                && Objects.equals(warnAfter, that.warnAfter)
                && Objects.equals(errorAfter, that.errorAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(judged, warnAfter, errorAfter);
    }

    @Override
    public String toString() {
        String what = isNone() ? "none" : isOfRuns() ? "of runs" : "of rows";
        return warnAfter == null ? what : what + " within " + warnAfter + " and " + errorAfter;
    }
}
