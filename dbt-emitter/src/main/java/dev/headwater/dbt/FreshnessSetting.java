package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Scalar;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file says of the freshness of a source or a table.
 *
 * @param node the value of {@code freshness}, if there is one
 */
record FreshnessSetting(Optional<YamlNode> node) {

    /** Whether dbt is to judge nothing, or nothing is said. */
    boolean isNone() {
        return written(node).isEmpty();
    }

    Age warnAfter() {
        return new Age("warn_after", written(node.flatMap(there -> there.value("warn_after"))));
    }

    Age errorAfter() {
        return new Age("error_after", written(node.flatMap(there -> there.value("error_after"))));
    }

    private static Optional<YamlNode> written(Optional<YamlNode> value) {
        return value.filter(there -> !(there instanceof Scalar scalar && scalar.isNull()));
    }

    /** Whether dbt either never warns or never fails. */
    boolean isHalf() {
        return warnAfter().node().isPresent() != errorAfter().node().isPresent();
    }

    /** Why it cannot be what somebody wants. */
    Optional<String> fault() {
        boolean isInOrder = warnAfter()
                .time()
                .flatMap(warn -> errorAfter().time().filter(error -> error.compareTo(warn) < 0))
                .isEmpty();
        return Stream.of(warnAfter(), errorAfter())
                .flatMap(age -> age.nonsense().stream())
                .findFirst()
                .or(() -> isInOrder ? Optional.empty() : Optional.of(words()));
    }

    /** What dbt does by it, as a sentence has it. */
    String words() {
        return warnAfter().words("warn") + " and " + errorAfter().words("fail");
    }

    /** The Java that says the same, where a plan can say it. */
    Optional<String> java() {
        if (isNone()) {
            return Optional.of("Freshness.none()");
        }
        return warnAfter()
                .time()
                .flatMap(warn -> errorAfter()
                        .time()
                        .filter(error -> fault().isEmpty())
                        .map(error -> "Freshness.within(" + java(warn) + ", " + java(error) + ")"));
    }

    private static String java(Duration age) {
        return age.toMinutes() % 60 == 0
                ? "Duration.ofHours(" + age.toHours() + ")"
                : "Duration.ofMinutes(" + age.toMinutes() + ")";
    }

    /**
     * From when dbt warns or fails. What Jinja gives is not known.
     *
     * @param key the key
     * @param node its value, if it is not null
     */
    record Age(String key, Optional<YamlNode> node) {

        /** The longest time that a plan takes. */
        private static final Duration LONGEST = Duration.ofDays(3650);

        private static final Map<String, Duration> PERIODS =
                Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

        private String part(String name) {
            return node.flatMap(there -> there.value(name))
                    .flatMap(YamlNode::string)
                    .orElse("");
        }

        /** Nothing when it is not there, or not for certain. */
        Optional<Duration> time() {
            return Optional.ofNullable(PERIODS.get(part("period")))
                    .filter(period -> part("count").matches("\\d{1,6}"))
                    .map(period -> period.multipliedBy(Long.parseLong(part("count"))));
        }

        private Optional<String> nonsense() {
            String both = part("count") + " " + part("period");
            boolean known = !part("count").isEmpty() && !part("period").isEmpty() && !both.contains("{{");
            boolean counted = time().filter(time -> !time.isZero() && time.compareTo(LONGEST) <= 0)
                    .isPresent();
            return known && !counted ? Optional.of("has " + key + " of " + both) : Optional.empty();
        }

        private String words(String does) {
            return node.isEmpty()
                    ? "never " + does + "s"
                    : does + "s after " + time().map(Thresholds::words).orElse("an unknown time");
        }
    }
}
