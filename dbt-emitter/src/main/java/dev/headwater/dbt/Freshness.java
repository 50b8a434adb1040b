package dev.headwater.dbt;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;

/**
 * When dbt warns and when it fails: one and two of the longest gaps between runs (RB31), which for a daily schedule are
 * the runbook's 24 and 48 hours.
 *
 * @param warnHours hours until the warning
 * @param errorHours hours until the error
 */
record Freshness(long warnHours, long errorHours) {

    private static final Freshness IN_RUNBOOK = new Freshness(24, 48);
    private static final long DAYS_FROM = 72;

    static Freshness of(DataSourcePlan plan, Source source) {
        return plan.platform().asWritten(Deviation.FRESHNESS_PERIOD) ? IN_RUNBOOK : of(source.schedule());
    }

    /** A stream is judged by the runbook's hours. */
    private static Freshness of(Schedule schedule) {
        return schedule.longestGap()
                .map(gap -> Math.max(1, (gap.toMinutes() + 59) / 60))
                .map(hours -> new Freshness(hours, 2 * hours))
                .orElse(IN_RUNBOOK);
    }

    /** The thresholds as the runbook writes them. */
    String flow() {
        return "freshness:\n  warn_after: { count: %d, period: %s }\n  error_after: { count: %d, period: %s }\n"
                .formatted(count(warnHours), period(warnHours), count(errorHours), period(errorHours));
    }

    /** The same in block style, which yamllint wants (RB15). */
    String block() {
        return "freshness:\n" + threshold("warn_after", warnHours) + threshold("error_after", errorHours);
    }

    private static String threshold(String key, long hours) {
        return "  " + key + ":\n    count: " + count(hours) + "\n    period: " + period(hours) + "\n";
    }

    private static long count(long hours) {
        return isDays(hours) ? hours / 24 : hours;
    }

    private static String period(long hours) {
        return isDays(hours) ? "day" : "hour";
    }

    private static boolean isDays(long hours) {
        return hours >= DAYS_FROM && hours % 24 == 0;
    }
}
