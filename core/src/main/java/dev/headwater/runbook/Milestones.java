package dev.headwater.runbook;

import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.MilestoneOf;
import dev.headwater.render.MarkdownText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which steps reach a milestone, and what is left to say when none does. */
final class Milestones {

    /** How many of those whom a condition concerns are named. */
    private static final int NAMED = 3;

    /** By whom exactly they reach it for. */
    private final Map<MilestoneOf, Set<StepName>> steps = new HashMap<>();

    /** By those around them, to whom the milestone is reached when it is for all that they consist of. */
    private final Map<MilestoneOf, Set<StepName>> parts = new HashMap<>();

    Milestones(List<Step> all) {
        for (Step step : all) {
            for (MilestoneOf reached : step.reached()) {
                put(steps, reached, step);
                around(reached).forEach(whole -> put(parts, whole, step));
            }
        }
    }

    private static void put(Map<MilestoneOf, Set<StepName>> by, MilestoneOf milestone, Step step) {
        by.computeIfAbsent(milestone, any -> new LinkedHashSet<>()).add(StepName.of(step));
    }

    /** A table's source and loader, a source's loader. */
    private static Stream<MilestoneOf> around(MilestoneOf of) {
        Scope loader = Scope.loader(of.scope().loader());
        return Stream.concat(Stream.of(loader), of.scope().source().map(loader::source).stream())
                .filter(scope -> !scope.equals(of.scope()))
                .map(scope -> new MilestoneOf(of.milestone(), scope));
    }

    /** The names of the steps that reach what a step waits for. */
    Set<StepName> awaitedBy(Step step) {
        Set<StepName> awaited = new LinkedHashSet<>();
        step.awaited().forEach(milestone -> awaited.addAll(reaching(milestone)));
        awaited.remove(StepName.of(step));
        return awaited;
    }

    /** A loader's steps are there for its sources, and those of its sources for it. */
    private Set<StepName> reaching(MilestoneOf milestone) {
        Set<StepName> reaching = new LinkedHashSet<>(parts.getOrDefault(milestone, Set.of()));
        Stream.concat(Stream.of(milestone), around(milestone))
                .forEach(whole -> reaching.addAll(steps.getOrDefault(whole, Set.of())));
        return reaching;
    }

    /** The step, which says what nobody sees to. */
    Step withConditions(Step step) {
        Map<Milestone, List<Scope>> unreached = step.awaited().stream()
                .filter(milestone -> reaching(milestone).isEmpty())
                .collect(Collectors.groupingBy(
                        MilestoneOf::milestone,
                        () -> new EnumMap<>(Milestone.class),
                        Collectors.mapping(MilestoneOf::scope, Collectors.toList())));
        if (unreached.isEmpty()) {
            return step;
        }
        String conditions = unreached.entrySet().stream()
                .map(entry -> "Once " + words(entry.getKey()) + " (" + named(entry.getValue()) + ").")
                .collect(Collectors.joining(" "));
        return step.note((conditions + " " + step.note()).strip());
    }

    private static String named(List<Scope> scopes) {
        String first = scopes.stream()
                .limit(NAMED)
                .map(scope -> MarkdownText.code(scope.toString()))
                .collect(Collectors.joining(", "));
        return scopes.size() > NAMED ? first + " and " + (scopes.size() - NAMED) + " more" : first;
    }

    private static String words(Milestone milestone) {
        return switch (milestone) {
            case APPLIED -> "Terraform has been applied";
            case CREDENTIALS_STORED -> "the credentials are stored";
            case DEPLOYED -> "the pipeline is deployed";
            case LOADED -> "the data is loaded";
            case BUILT -> "the staging models are built";
        };
    }
}
