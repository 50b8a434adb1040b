package dev.headwater.testkit;

import dev.headwater.emit.Fragment;
import dev.headwater.emit.Step;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What two emissions say differently, in words for the reader. */
final class Difference {

    private Difference() {}

    /** One line or more for everything that only one of the two says; empty when both say the same. */
    static String between(Emitted before, Emitted after) {
        return of("fragment", before.fragments(), after.fragments(), Difference::words)
                + of("requirement", requirements(before), requirements(after), requirement -> requirement)
                + of("finding", before.findings(), after.findings(), finding -> finding.code() + ": " + finding)
                + of("step", before.steps(), after.steps(), Difference::words);
    }

    private static List<String> requirements(Emitted emitted) {
        return emitted.requirements().entrySet().stream()
                .map(requirement -> requirement.getKey() + ": " + requirement.getValue())
                .toList();
    }

    private static <T> String of(String kind, List<T> before, List<T> after, Function<T, String> words) {
        if (before.equals(after)) {
            return "";
        }
        String differences = only("before", kind, before, after, words) + only("now", kind, after, before, words);
        return differences.isEmpty()
                ? "\nother order or number, before: " + kind + "s " + before + "\nnow: " + kind + "s " + after
                : differences;
    }

    private static <T> String only(String when, String kind, List<T> said, List<T> others, Function<T, String> words) {
        return said.stream()
                .filter(thing -> !others.contains(thing))
                .map(thing -> "\nonly " + when + ": " + kind + " "
                        + words.apply(thing).strip())
                .collect(Collectors.joining());
    }

    private static String words(Fragment fragment) {
        return fragment + " [home " + fragment.home() + ", head \"" + fragment.head() + "\", " + fragment.keep()
                + ", holds data: " + fragment.holdsData() + ", obstacles " + fragment.obstacles() + "]\n"
                + fragment.text();
    }

    private static String unlessEmpty(String words, List<?> list) {
        return list.isEmpty() ? "" : words + list;
    }

    private static String words(Step step) {
        return step + " for " + step.scopes() + " [" + step.kind() + ", " + step.stage() + ", after " + step.after()
                + unlessEmpty(", waits for ", step.awaited()) + unlessEmpty(", reaches ", step.reached())
                + ", covers " + step.covers() + ", undone by "
                + step.undo().map(Step::toString).orElse("nothing") + ", learns "
                + step.learned() + "]\n" + step.title() + "\n" + step.note() + "\n" + step.body();
    }
}
