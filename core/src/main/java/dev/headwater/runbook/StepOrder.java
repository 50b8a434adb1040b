package dev.headwater.runbook;

import dev.headwater.emit.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts steps in order: by the parts of the runbook, but never before a step that they come after. */
final class StepOrder {

    private StepOrder() {}

    static List<Step> of(List<Step> said) {
        List<Step> waiting = new ArrayList<>(joined(said));
        waiting.sort((one, other) -> one.stage().compareTo(other.stage()));
        Set<String> outstanding = waiting.stream().map(Step::id).collect(Collectors.toCollection(HashSet::new));
        List<Step> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Step next = takeNext(waiting, outstanding);
            outstanding.remove(next.id());
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    private static Step takeNext(List<Step> waiting, Set<String> outstanding) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).after().stream().noneMatch(outstanding::contains)) {
                return waiting.remove(i);
            }
        }
        throw new IllegalArgumentException("the steps " + waiting + " wait for each other");
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
