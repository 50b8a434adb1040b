package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import java.time.Duration;
import java.util.Map;
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
    private static final Duration DAYS_FROM = Duration.ofDays(3);
    private static final Map<String, Duration> PERIODS =
            Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

    static Thresholds of(DataSourcePlan plan, Source source) {
        return source.freshness().flatMap(Thresholds::said).orElseGet(() -> bySchedule(plan, source));
    }

    static Optional<Thresholds> said(Freshness freshness) {
        return freshness.warnAfter().flatMap(warn -> freshness.errorAfter().map(error -> new Thresholds(warn, error)));
    }

    /** A stream is judged by the runbook's hours. */
    private static Thresholds bySchedule(DataSourcePlan plan, Source source) {
        return plan.platform().asWritten(Deviation.FRESHNESS_PERIOD)
                ? IN_RUNBOOK
                : source.schedule()
                        .longestGap()
                        .map(gap -> Duration.ofHours(Math.max(1, (gap.toMinutes() + 59) / 60)))
                        .map(gap -> new Thresholds(gap, gap.multipliedBy(2))
                                .later(plan.platform().lateRunSlack()))
                        .orElse(IN_RUNBOOK);
    }

    private Thresholds later(Duration slack) {
        return new Thresholds(warnAfter.plus(slack), errorAfter.plus(slack));
    }

    /** What one of the two says in a file; nothing when it is not there, or not for certain. */
    static Optional<Duration> written(YamlNode freshness, String key) {
        Optional<YamlNode> threshold = freshness.value(key);
        Optional<Duration> period = threshold
                .flatMap(node -> node.value("period"))
                .flatMap(YamlNode::string)
                .flatMap(word -> Optional.ofNullable(PERIODS.get(word)));
        return threshold
                .flatMap(node -> node.value("count"))
                .flatMap(YamlNode::string)
                .filter(count -> count.matches("\\d{1,6}"))
                .flatMap(count -> period.map(one -> one.multipliedBy(Long.parseLong(count))));
    }

    /** The thresholds as the runbook writes them. */
    String flow() {
        return "freshness:\n  warn_after: { count: %d, period: %s }\n  error_after: { count: %d, period: %s }\n"
                .formatted(count(warnAfter), period(warnAfter), count(errorAfter), period(errorAfter));
    }

    /** The same in block style, which yamllint wants (RB15). */
    String block() {
        return "freshness:\n" + threshold("warn_after", warnAfter) + threshold("error_after", errorAfter);
    }

    private static String threshold(String key, Duration age) {
        return "  " + key + ":\n    count: " + count(age) + "\n    period: " + period(age) + "\n";
    }

    private static long count(Duration age) {
        return age.dividedBy(PERIODS.getOrDefault(period(age), age));
    }

    private static String period(Duration age) {
        if (age.toMinutes() % 60 != 0) {
            return "minute";
        }
        return age.compareTo(DAYS_FROM) >= 0 && age.toHours() % 24 == 0 ? "day" : "hour";
    }

    /** The thresholds as a sentence has them. */
    String words() {
        return "warns after " + words(warnAfter) + " and fails after " + words(errorAfter);
    }

    static String words(Duration age) {
        return age.toMinutes() % 60 == 0 ? age.toHours() + " h" : age.toMinutes() + " min";
    }
}
