package dev.headwater.runbook;

import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts steps in order: by the parts of the runbook, but never before what they wait for. The verification comes last;
 * nothing waits for it.
 */
final class StepOrder {

    /** In the order of the runbook's parts. */
    private final List<Step> steps;

    private final Milestones milestones;

    /** For each step the names of those that it still waits for. */
    private final List<Set<StepName>> awaited = new ArrayList<>();

    private final Map<StepName, List<Integer>> followers = new HashMap<>();
    private final PriorityQueue<Integer> ready = new PriorityQueue<>();

    private StepOrder(List<Step> steps, Milestones milestones) {
        this.steps = steps;
        this.milestones = milestones;
        Set<StepName> names = steps.stream().map(StepName::of).collect(Collectors.toSet());
        for (int place = 0; place < steps.size(); place++) {
            Set<StepName> others = new HashSet<>(StepName.after(steps.get(place)));
            others.addAll(milestones.awaitedBy(steps.get(place)));
            others.retainAll(names);
            awaited.add(others);
            for (StepName other : others) {
                followers.computeIfAbsent(other, any -> new ArrayList<>()).add(place);
            }
            if (others.isEmpty()) {
                ready.add(place);
            }
        }
    }

    static List<Step> of(List<Step> said) {
        List<Step> all =
                joined(said).stream().sorted(Comparator.comparing(Step::stage)).toList();
        List<Step> work =
                all.stream().filter(step -> step.stage() != Stage.VERIFICATION).toList();
        List<Step> verification =
                all.stream().filter(step -> step.stage() == Stage.VERIFICATION).toList();
        return Stream.concat(
                        new StepOrder(work, new Milestones(work)).ordered().stream(),
                        new StepOrder(verification, new Milestones(all)).ordered().stream())
                .toList();
    }

    /** Of the steps that wait for none, the first is the next. */
    private List<Step> ordered() {
        List<Step> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            Step next = steps.get(ready.remove());
            ordered.add(next);
            for (int follower : followers.getOrDefault(StepName.of(next), List.of())) {
                awaited.get(follower).remove(StepName.of(next));
                if (awaited.get(follower).isEmpty()) {
                    ready.add(follower);
                }
            }
        }
        if (ordered.size() < steps.size()) {
            List<Step> waiting = new ArrayList<>(steps);
            waiting.removeAll(ordered);
            throw new IllegalArgumentException("The steps "
                    + waiting.stream().map(Step::called).collect(Collectors.joining(", "))
                    + " wait for each other; have one of these emitters leave an after(...) or waitsFor(...) out.");
        }
        return ordered.stream().map(milestones::withConditions).toList();
    }

    /** Steps of one name are one step, about everything that any of them is about. */
    private static List<Step> joined(List<Step> said) {
        Map<StepName, List<Step>> byName =
                said.stream().collect(Collectors.groupingBy(StepName::of, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream()
                .map(same -> same.get(0).join(same.subList(1, same.size())))
                .toList();
    }
}
