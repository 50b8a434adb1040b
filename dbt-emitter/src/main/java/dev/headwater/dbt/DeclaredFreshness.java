package dev.headwater.dbt;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the freshness that a source or a table has in the repository, where it keeps its own shape, goes with the
 * plan: with what the plan says of it, or else with the schedule, by which dbt may warn neither between two runs nor
 * only after the second one that is missing.
 */
final class DeclaredFreshness {

    private final Source source;
    private final Thresholds wanted;
    private final Optional<LoadTime> loadTime;
    private final Scope scope;

    DeclaredFreshness(DataSourcePlan plan, Source source, Dialect dialect) {
        this.source = source;
        this.wanted = Thresholds.of(plan, source);
        this.loadTime = LoadTime.of(plan, source, dialect);
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    /** What somebody has to do about the source and those tables of which the plan says nothing, if anything. */
    Stream<Finding> findings(DeclaredSource declared) {
        Stream<Table> unsaid =
                source.tables().stream().filter(table -> table.freshness().isEmpty());
        return Stream.concat(ofSource(declared).stream(), unsaid.flatMap(table -> ofTable(declared, table).stream()));
    }

    private Optional<Finding> ofSource(DeclaredSource declared) {
        FreshnessSetting there = declared.freshness();
        String place = declared.place(there.node().orElse(declared.node())) + ": the source " + declared.name();
        return source.freshness()
                .map(said -> says(declared, said) ? Optional.<String>empty() : Optional.of(change(place, said)))
                .orElseGet(() -> unfit(
                        place, there, there.isHalf() || !fits(there.warnAfter().time(), there)))
                .map(message -> finding(scope, message, "source", there));
    }

    private Optional<Finding> ofTable(DeclaredSource declared, Table table) {
        FreshnessSetting there = declared.freshnessOf(table.name());
        if (there.isNone()) {
            return Optional.empty();
        }
        // As dbt merges a table's with its source's.
        FreshnessSetting warning = there.warnAfter().node().isPresent() ? there : declared.freshness();
        boolean differs = Thresholds.judge(source) && !fits(warning.warnAfter().time(), there);
        String place = declared.place(there.node().orElse(declared.node())) + ": the table " + table.name()
                + " of the source " + declared.name();
        return unfit(place, there, differs).map(message -> finding(scope.table(table.name()), message, "table", there));
    }

    private static Finding finding(Scope scope, String message, String of, FreshnessSetting there) {
        return there.java()
                .map(java -> Finding.act("dbt.freshness-differs", scope, message, of + ".freshness(" + java + ")"))
                .orElseGet(() -> Finding.act("dbt.freshness-differs", scope, message));
    }

    private boolean says(DeclaredSource declared, Freshness said) {
        FreshnessSetting there = declared.freshness();
        if (said.isNone()) {
            return there.isNone();
        }
        boolean judgesTheSame = !said.isOfRuns() || declared.loadTime().equals(loadTime);
        return judgesTheSame
                && there.warnAfter().time().equals(Optional.of(wanted.warnAfter()))
                && there.errorAfter().time().equals(Optional.of(wanted.errorAfter()));
    }

    private boolean fits(Optional<Duration> warn, FreshnessSetting there) {
        Optional<Duration> error = there.errorAfter().time();
        boolean warnsInTime = warn.or(() -> error)
                .filter(first -> first.compareTo(wanted.warnAfter()) < 0 || first.compareTo(wanted.errorAfter()) > 0)
                .isEmpty();
        return warnsInTime
                && error.filter(last -> last.compareTo(wanted.warnAfter()) < 0).isEmpty();
    }

    private String change(String place, Freshness said) {
        String time = loadTime.filter(any -> said.isOfRuns())
                .map(way -> way.key() + " is " + way.value() + " and ")
                .orElse("");
        return place + " has another freshness than the plan: see that there "
                + (said.isNone() ? "freshness is null." : time + "it " + wanted.words() + ".");
    }

    private Optional<String> unfit(String place, FreshnessSetting there, boolean differs) {
        Optional<String> wrong =
                there.fault().map(fault -> place + " " + fault + ", which cannot be: correct it there.");
        return wrong.or(() -> differs ? Optional.of(changeOrKeep(place, there)) : Optional.empty());
    }

    private String changeOrKeep(String place, FreshnessSetting there) {
        String by = source.freshness().isPresent() ? "the plan" : "its schedule";
        return place + " " + there.words() + ", which does not go with " + by + ", by which it " + wanted.words()
                + ": change it there"
                + (there.java().isPresent() ? ", or say in the plan what is wanted." : ".");
    }
}
