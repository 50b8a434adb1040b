package dev.headwater.runbook;

import dev.headwater.emit.Step;
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

/** Puts steps in order: by the parts of the runbook, but never before what they wait for. */
final class StepOrder {

    /** In the order of the runbook's parts. */
    private final List<Step> steps;

    private final Milestones milestones;

    /** For each step the names of those that it still waits for. */
    private final List<Set<String>> awaited = new ArrayList<>();

    private final Map<String, List<Integer>> followers = new HashMap<>();
    private final PriorityQueue<Integer> ready = new PriorityQueue<>();

    private StepOrder(List<Step> steps) {
        this.steps = steps;
        this.milestones = new Milestones(steps);
        Set<String> ids = steps.stream().map(Step::id).collect(Collectors.toSet());
        for (int place = 0; place < steps.size(); place++) {
            Set<String> others = new HashSet<>(steps.get(place).after());
            others.addAll(milestones.awaitedBy(steps.get(place)));
            others.retainAll(ids);
            awaited.add(others);
            for (String other : others) {
                followers.computeIfAbsent(other, any -> new ArrayList<>()).add(place);
            }
            if (others.isEmpty()) {
                ready.add(place);
            }
        }
    }

    static List<Step> of(List<Step> said) {
        return new StepOrder(joined(said).stream()
                        .sorted(Comparator.comparing(Step::stage))
                        .toList())
                .ordered();
    }

    /** Of the steps that wait for none, the first is the next. */
    private List<Step> ordered() {
        List<Step> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            Step next = steps.get(ready.remove());
            ordered.add(next);
            for (int follower : followers.getOrDefault(next.id(), List.of())) {
                awaited.get(follower).remove(next.id());
                if (awaited.get(follower).isEmpty()) {
                    ready.add(follower);
                }
            }
        }
        if (ordered.size() < steps.size()) {
            List<Step> waiting = new ArrayList<>(steps);
            waiting.removeAll(ordered);
            throw new IllegalArgumentException("the steps " + waiting + " wait for each other");
        }
        return ordered.stream().map(milestones::withConditions).toList();
    }

    /** Steps of one id are one step, about everything that any of them is about. */
    private static List<Step> joined(List<Step> said) {
        Map<String, List<Step>> byId =
                said.stream().collect(Collectors.groupingBy(Step::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream()
                .map(same -> same.get(0).join(same.subList(1, same.size())))
                .toList();
    }
}
