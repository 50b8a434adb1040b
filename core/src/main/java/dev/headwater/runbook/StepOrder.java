package dev.headwater.runbook;

import dev.headwater.emit.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts steps in order: by the parts of the runbook, but never before a step that they come after. */
final class StepOrder {

    private StepOrder() {}

    static List<Step> of(List<Step> said) {
        List<Step> waiting = new ArrayList<>(joined(said));
        waiting.sort((one, other) -> one.stage().compareTo(other.stage()));
        List<Step> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Step next = waiting.stream()
                    .filter(step -> waiting.stream().noneMatch(other -> comesAfter(step, other)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the steps " + waiting + " wait for each other"));
            waiting.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    private static boolean comesAfter(Step step, Step other) {
        return step.after().contains(other.id());
    }

    /** Steps of one id are one step, about everything that any of them is about. */
    private static List<Step> joined(List<Step> said) {
        Map<String, Step> byId = new LinkedHashMap<>();
        for (Step step : said) {
            Step before = byId.get(step.id());
            byId.put(step.id(), before == null ? step : join(before, step));
        }
        return List.copyOf(byId.values());
    }

    private static Step join(Step before, Step step) {
        if (!before.title().equals(step.title())
                || !before.note().equals(step.note())
                || !before.body().equals(step.body())) {
            throw new IllegalArgumentException("two different steps are called " + step.id());
        }
        List<String> after = new ArrayList<>(step.after());
        after.removeAll(before.after());
        var covers = new ArrayList<>(step.covers());
        covers.removeAll(before.covers());
        return before.after(after.toArray(new String[0])).covers(covers.toArray(new dev.headwater.emit.Address[0]));
    }
}
