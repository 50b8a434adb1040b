package dev.headwater.prefect;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.prefect.Deployments.Start;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which deployments start in the same minute (RB32): a plan's own, and those of other people. */
final class StartTimes {

    private record Minute(String cron, String timeZone) {}

    private final DataSourcePlan plan;
    private final Map<Minute, Set<String>> deployments = new HashMap<>();

    StartTimes(DataSourcePlan plan, Collection<Source> sources, Deployments there) {
        this.plan = plan;
        List<Start> own = sources.stream().flatMap(this::start).toList();
        // Whether the plan's own are there already must make no difference.
        Set<String> names =
                plan.sources().stream().map(plan.names()::deployment).collect(Collectors.toSet());
        Stream<Start> others = there.starts().stream().filter(start -> !names.contains(start.deployment()));
        Stream.concat(own.stream(), others)
                .forEach(start -> deployments
                        .computeIfAbsent(new Minute(start.cron(), start.timeZone()), any -> new TreeSet<>())
                        .add(start.deployment()));
    }

    private Stream<Start> start(Source source) {
        return source.schedule().cron().stream()
                .map(cron -> new Start(
                        plan.names().deployment(source), cron, source.schedule().timeZone()));
    }

    /** The deployments that start in the minute of a source's own, among them that, by name. */
    Set<String> together(Source source) {
        return start(source)
                .map(start -> deployments.get(new Minute(start.cron(), start.timeZone())))
                .findFirst()
                .orElseThrow();
    }
}
