package dev.headwater.dbt;

import dev.headwater.plan.Schedule;

/**
 * When dbt warns and when it fails, as the runbook's block in block style (RB15): one and two of the longest gaps
 * between runs (RB31), which for a daily schedule are the runbook's 24 and 48 hours.
 *
 * @param warnHours hours until the warning
 * @param errorHours hours until the error
 */
record Freshness(long warnHours, long errorHours) {

    private static final long DAYS_FROM = 72;

    /** A stream is judged by the runbook's hours. */
    static Freshness of(Schedule schedule) {
        return schedule.longestGap()
                .map(gap -> Math.max(1, (gap.toMinutes() + 59) / 60))
                .map(hours -> new Freshness(hours, 2 * hours))
                .orElseGet(Freshness::inRunbook);
    }

    static Freshness inRunbook() {
        return new Freshness(24, 48);
    }

    String yaml() {
        return "freshness:\n" + threshold("warn_after", warnHours) + threshold("error_after", errorHours);
    }

    private static String threshold(String key, long hours) {
        boolean days = hours >= DAYS_FROM && hours % 24 == 0;
        return "  " + key + ":\n    count: " + (days ? hours / 24 : hours) + "\n    period: " + (days ? "day" : "hour")
                + "\n";
    }
}
