package dev.headwater.dbt;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Source;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Scalar;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the freshness that a source has in the repository, where it keeps its own shape, goes with the plan: with
 * what the plan says of it, or else with the schedule, by which dbt may warn neither between two runs nor only after
 * the second one that is missing.
 */
final class DeclaredFreshness {

    private final Source source;
    private final Thresholds wanted;
    private final Optional<LoadTime> loadTime;

    DeclaredFreshness(DataSourcePlan plan, Source source, Dialect dialect) {
        this.source = source;
        this.wanted = Thresholds.of(plan, source);
        this.loadTime = LoadTime.of(plan, source, dialect);
    }

    /** What somebody has to do about one, if anything. */
    Optional<Finding> finding(DeclaredSource declared, Scope scope) {
        try {
            return message(declared)
                    .map(message -> Finding.act(
                            "dbt.freshness-differs", scope, message, "source.freshness(" + written(declared) + ")"));
        } catch (UnreadableTextException keyTwice) {
            return Optional.empty();
        }
    }

    private Optional<String> message(DeclaredSource declared) {
        return source.freshness().isPresent()
                ? source.freshness().filter(said -> !says(declared, said)).map(said -> change(declared, said))
                : declared.freshness().filter(there -> !fits(there)).map(there -> changeOrKeep(declared, there));
    }

    private boolean says(DeclaredSource declared, Freshness said) {
        Optional<YamlNode> there = declared.freshness().filter(node -> !isNull(node));
        if (said.isNone()) {
            return there.isEmpty();
        }
        boolean judgesTheSame = !said.isOfRuns() || declared.loadTime().equals(loadTime);
        return judgesTheSame
                && there.flatMap(node -> Thresholds.written(node, "warn_after")).equals(Optional.of(wanted.warnAfter()))
                && there.flatMap(node -> Thresholds.written(node, "error_after"))
                        .equals(Optional.of(wanted.errorAfter()));
    }

    private static boolean isNull(YamlNode node) {
        return node.resolved() instanceof Scalar scalar && scalar.isNull();
    }

    private boolean fits(YamlNode there) {
        Optional<Duration> warn = Thresholds.written(there, "warn_after");
        Optional<Duration> error = Thresholds.written(there, "error_after");
        boolean warnsInTime = warn.or(() -> error)
                .filter(first -> first.compareTo(wanted.warnAfter()) < 0 || first.compareTo(wanted.errorAfter()) > 0)
                .isEmpty();
        return warnsInTime
                && error.filter(last -> last.compareTo(wanted.warnAfter()) < 0).isEmpty();
    }

    private static String place(DeclaredSource declared) {
        return declared.file() + ", line "
                + declared.freshness().orElse(declared.node()).line() + ": the source " + declared.name();
    }

    private String change(DeclaredSource declared, Freshness said) {
        String time = loadTime.filter(any -> said.isOfRuns())
                .map(way -> way.key() + " is " + way.value() + " and ")
                .orElse("");
        return place(declared) + " has another freshness than the plan: see that there "
                + (said.isNone() ? "freshness is null." : time + "it " + wanted.words() + ".");
    }

    private String changeOrKeep(DeclaredSource declared, YamlNode there) {
        String warn =
                Thresholds.written(there, "warn_after").map(Thresholds::words).orElse("no time");
        String error =
                Thresholds.written(there, "error_after").map(Thresholds::words).orElse("no time");
        return place(declared) + " warns after " + warn + " and fails after " + error
                + ", which does not go with its schedule, by which it " + wanted.words()
                + ": change it there, or say in the plan what is wanted.";
    }

    /** The Java that says what is written there. */
    private static String written(DeclaredSource declared) {
        Optional<YamlNode> there = declared.freshness().filter(node -> !isNull(node));
        return there.isEmpty()
                ? "Freshness.none()"
                : "Freshness.within(" + java(there.orElseThrow(), "warn_after") + ", "
                        + java(there.orElseThrow(), "error_after") + ")";
    }

    private static String java(YamlNode there, String key) {
        return Thresholds.written(there, key)
                .map(age -> age.toMinutes() % 60 == 0
                        ? "Duration.ofHours(" + age.toHours() + ")"
                        : "Duration.ofMinutes(" + age.toMinutes() + ")")
                .orElse("...");
    }
}
