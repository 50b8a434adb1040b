package dev.headwater.dbt;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import java.time.Duration;
import java.util.Optional;

/**
 * When dbt warns and when it fails. Unless the plan says it: one and two of the longest gaps between runs (RB31), which
 * for a daily schedule are the runbook's 24 and 48 hours, and the platform's slack.
 *
 * @param warnAfter age from which it warns
 * @param errorAfter age from which it fails
 */
record Thresholds(Duration warnAfter, Duration errorAfter) {

    private static final Thresholds IN_RUNBOOK = new Thresholds(Duration.ofDays(1), Duration.ofDays(2));
    private static final int DAYS_FROM = 3;

    static Thresholds of(DataSourcePlan plan, Source source) {
        return source.freshness().flatMap(Thresholds::said).orElseGet(() -> bySchedule(plan, source));
    }

    static Optional<Thresholds> said(Freshness freshness) {
        return freshness.warnAfter().flatMap(warn -> freshness.errorAfter().map(error -> new Thresholds(warn, error)));
    }

    /** A stream is judged by the runbook's hours. */
    private static Thresholds bySchedule(DataSourcePlan plan, Source source) {
        Duration slack = plan.platform().lateRunSlack();
        return source.schedule()
                .longestGap()
                .filter(gap -> !plan.platform().asWritten(Deviation.FRESHNESS_PERIOD))
                .map(gap -> Duration.ofHours(Math.max(1, (gap.toMinutes() + 59) / 60)))
                .map(gap -> new Thresholds(gap.plus(slack), gap.multipliedBy(2).plus(slack)))
                .orElse(IN_RUNBOOK);
    }

    /** Whether the plan wants dbt to judge a source's rows or its runs. */
    static boolean judge(Source source) {
        return source.freshness().filter(Freshness::isNone).isEmpty();
    }

    /** The thresholds as the runbook writes them. */
    String flow() {
        return "freshness:\n  warn_after: { " + age(warnAfter, ", ") + " }\n  error_after: { " + age(errorAfter, ", ")
                + " }";
    }

    /** The same in block style, which yamllint wants (RB15). */
    String block() {
        String next = "\n    ";
        return "freshness:\n  warn_after:" + next + age(warnAfter, next) + "\n  error_after:" + next
                + age(errorAfter, next);
    }

    private static String age(Duration age, String separator) {
        if (age.toMinutes() % 60 != 0) {
            return "count: " + age.toMinutes() + separator + "period: minute";
        }
        return age.toDays() >= DAYS_FROM && age.toHours() % 24 == 0
                ? "count: " + age.toDays() + separator + "period: day"
                : "count: " + age.toHours() + separator + "period: hour";
    }

    /** The thresholds as a sentence has them. */
    String words() {
        return "warns after " + words(warnAfter) + " and fails after " + words(errorAfter);
    }

    static String words(Duration age) {
        return age.toMinutes() % 60 == 0 ? age.toHours() + " h" : age.toMinutes() + " min";
    }
}
