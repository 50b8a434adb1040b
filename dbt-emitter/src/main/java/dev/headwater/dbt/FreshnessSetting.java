package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Scalar;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file says of the freshness of a source or a table. What Jinja gives is not known.
 *
 * @param node the value of {@code freshness}, if there is one
 */
record FreshnessSetting(Optional<YamlNode> node) {

    private static final String WARN = "warn_after";
    private static final String ERROR = "error_after";

    /** The longest time that a plan takes. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Whether dbt is to judge nothing, or nothing is said. */
    boolean isNone() {
        return node.filter(there -> !isNull(there)).isEmpty();
    }

    Optional<Duration> warnAfter() {
        return time(WARN);
    }

    Optional<Duration> errorAfter() {
        return time(ERROR);
    }

    /** The same with the time to warn of another where it has none, as dbt merges a table's with its source's. */
    Optional<Duration> warnAfterOr(FreshnessSetting other) {
        return threshold(WARN).isPresent() ? warnAfter() : other.warnAfter();
    }

    private Optional<Duration> time(String key) {
        return node.flatMap(there -> Thresholds.written(there, key));
    }

    private Optional<YamlNode> threshold(String key) {
        return node.flatMap(there -> there.value(key)).filter(there -> !isNull(there));
    }

    /** Whether dbt either never warns or never fails. */
    boolean isHalf() {
        return threshold(WARN).isPresent() != threshold(ERROR).isPresent();
    }

    /** Why it cannot be what somebody wants. */
    Optional<String> fault() {
        return Stream.of(WARN, ERROR)
                .flatMap(key -> nonsense(key).stream())
                .findFirst()
                .or(() -> isInOrder() ? Optional.empty() : Optional.of(words()));
    }

    private boolean isInOrder() {
        return warnAfter()
                .flatMap(warn -> errorAfter().filter(error -> error.compareTo(warn) < 0))
                .isEmpty();
    }

    private Optional<String> nonsense(String key) {
        boolean counted = time(key)
                .filter(time -> !time.isZero() && time.compareTo(LONGEST) <= 0)
                .isPresent();
        Optional<String> count = part(key, "count");
        Optional<String> period = part(key, "period");
        boolean known = count.isPresent() && period.isPresent() && !isJinja(count) && !isJinja(period);
        return known && !counted
                ? Optional.of("has " + key + " of " + count.orElse("") + " " + period.orElse(""))
                : Optional.empty();
    }

    private Optional<String> part(String key, String part) {
        return threshold(key).flatMap(there -> there.value(part)).flatMap(YamlNode::string);
    }

    private static boolean isJinja(Optional<String> text) {
        return text.filter(it -> it.contains("{{")).isPresent();
    }

    private static boolean isNull(YamlNode there) {
        return there.resolved() instanceof Scalar scalar && scalar.isNull();
    }

    /** What dbt does by it, as a sentence has it. */
    String words() {
        return words(WARN, "warn") + " and " + words(ERROR, "fail");
    }

    private String words(String key, String does) {
        return threshold(key).isEmpty()
                ? "never " + does + "s"
                : does + "s after " + time(key).map(Thresholds::words).orElse("an unknown time");
    }

    /** The Java that says the same, where a plan can say it. */
    Optional<String> java() {
        if (isNone()) {
            return Optional.of("Freshness.none()");
        }
        return fault().isPresent()
                ? Optional.empty()
                : warnAfter()
                        .flatMap(warn ->
                                errorAfter().map(error -> "Freshness.within(" + java(warn) + ", " + java(error) + ")"));
    }

    private static String java(Duration age) {
        return age.toMinutes() % 60 == 0
                ? "Duration.ofHours(" + age.toHours() + ")"
                : "Duration.ofMinutes(" + age.toMinutes() + ")";
    }
}
