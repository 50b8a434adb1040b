package dev.headwater.plan;

import dev.headwater.plan.IngestionMethod.Trait;
import dev.headwater.problem.Problems;
import java.time.Duration;
import java.util.Optional;

/** Judges what a source and its tables say of their freshness. */
final class FreshnessRules {

    /** Longer ones are mistakes, and dbt's own arithmetic has an end. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Problems problems;

    FreshnessRules(Problems problems) {
        this.problems = problems;
    }

    void judge(Source source, String path) {
        source.freshness().ifPresent(freshness -> judge(freshness, path + ".freshness"));
        if (source.freshness().filter(Freshness::isOfRuns).isPresent()
                && !source.method().traits().contains(Trait.RECORDS_RUNS)) {
            problems.add(
                    "freshness.runs",
                    path + ".freshness",
                    "Nothing records the runs of a source that "
                            + source.method().tool() + " loads; dlt alone does.",
                    "Say Freshness.within(warnAfter, errorAfter), or Freshness.none().");
        }
        for (int i = 0; i < source.tables().size(); i++) {
            judgeTable(source.tables().get(i).freshness(), path + ".tables[" + i + "].freshness");
        }
    }

    private void judgeTable(Optional<Freshness> given, String path) {
        given.ifPresent(freshness -> judge(freshness, path));
        if (given.filter(Freshness::isOfRuns).isPresent()) {
            problems.add(
                    "freshness.runs",
                    path,
                    "A run loads a whole source, not a table.",
                    "Say freshness(Freshness.ofRuns()) of the source, and within(...) or none() of the table.");
        }
    }

    private void judge(Freshness freshness, String path) {
        Duration warnAfter = freshness.warnAfter().orElse(Duration.ofMinutes(1));
        Duration errorAfter = freshness.errorAfter().orElse(warnAfter);
        if (!isCounted(warnAfter) || !isCounted(errorAfter) || errorAfter.compareTo(warnAfter) < 0) {
            problems.add(
                    "freshness.invalid",
                    path,
                    "A warning after " + warnAfter + " and an error after " + errorAfter + " cannot be.",
                    "Give whole minutes, from one to ten years, the error not before the warning.");
        }
    }

    /** Whether dbt can count it, in minutes. */
    private static boolean isCounted(Duration age) {
        return age.compareTo(Duration.ofMinutes(1)) >= 0 && isWholeMinutes(age);
    }

    /** Whether it is a time of zero or more whole minutes, up to ten years. */
    static boolean isWholeMinutes(Duration time) {
        return !time.isNegative() && time.compareTo(LONGEST) <= 0 && time.equals(Duration.ofMinutes(time.toMinutes()));
    }
}
