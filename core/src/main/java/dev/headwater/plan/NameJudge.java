package dev.headwater.plan;

import dev.headwater.naming.DbtName;
import dev.headwater.naming.NamingRule.Fault;
import dev.headwater.plan.IngestionMethod.DerivedName;
import dev.headwater.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges one name under the rules of everything that it becomes. */
final class NameJudge {

    /** What a person has to know first, whatever the targets make of the name. */
    private static final DbtName PLAIN = new DbtName();

    private static final int LONGEST_SHOWN = 60;

    private final Problems problems;

    NameJudge(Problems problems) {
        this.problems = problems;
    }

    /** One problem a name, however many targets refuse it; a blank one is reported as a missing value. */
    void judge(String path, String name, Set<String> siblings, Function<String, List<DerivedName>> derived) {
        judge(path, name, derived.apply(name), () -> hint(name, siblings, derived));
    }

    /** The same with another way out than a better name. */
    void judge(String path, String name, List<DerivedName> derived, Supplier<String> hint) {
        if (name.isBlank()) {
            return;
        }
        Map<Fault, List<String>> refusals = new LinkedHashMap<>();
        for (DerivedName target : derived) {
            for (Fault fault : target.rule().check(target.name())) {
                refusals.computeIfAbsent(fault, any -> new ArrayList<>()).add("as " + shown(target, name));
            }
        }
        refusals.keySet().stream()
                .findFirst()
                .ifPresent(first -> problems.add(
                        first.code(), path, shown(name) + " " + reasons(name, refusals) + ".", hint.get()));
    }

    /** When the characters are wrong, that is one reason, followed by the targets that refuse them. */
    private static String reasons(String name, Map<Fault, List<String>> refusals) {
        Optional<String> plain = PLAIN.check(name).stream()
                .filter(NameJudge::isOfCharacters)
                .map(Fault::message)
                .filter(message -> refusals.keySet().stream()
                        .anyMatch(fault -> fault.message().equals(message)))
                .findFirst();
        if (plain.isEmpty()) {
            return "does not hold: " + eachOf(refusals);
        }
        Map<Fault, List<String>> others = new LinkedHashMap<>(refusals);
        others.keySet().removeIf(NameJudge::isOfCharacters);
        String targets = refusals.entrySet().stream()
                .filter(refusal -> isOfCharacters(refusal.getKey()))
                .flatMap(refusal -> refusal.getValue().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return plain.orElseThrow() + "; it does not hold " + targets + (others.isEmpty() ? "" : "; " + eachOf(others));
    }

    /** What dlt changes are characters as well, when it is not underscores alone, which the plain rule takes. */
    private static boolean isOfCharacters(Fault fault) {
        return fault.code().endsWith(".character") || fault.code().equals("name.dlt.changed");
    }

    private static String eachOf(Map<Fault, List<String>> refusals) {
        return refusals.entrySet().stream()
                .map(refusal -> String.join(", ", refusal.getValue()) + " it "
                        + refusal.getKey().message())
                .collect(Collectors.joining("; "));
    }

    private static String hint(String name, Set<String> siblings, Function<String, List<DerivedName>> derived) {
        return derived.apply(name).stream()
                .flatMap(target -> target.rule().suggest(name).stream())
                .flatMap(better -> Stream.of(better, better + "_data", better + "_2"))
                .filter(better -> !siblings.contains(better))
                .filter(better -> derived.apply(better).stream()
                        .allMatch(target -> target.rule().check(target.name()).isEmpty()))
                .findFirst()
                .map(better -> "Use \"" + better + "\".")
                .orElse("Choose another name.");
    }

    /** What it is, and the derived name if that is another one. */
    private static String shown(DerivedName target, String name) {
        return target.what() + (target.name().equals(name) ? "" : " " + shown(target.name()));
    }

    private static String shown(String name) {
        return "\"" + (name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "...") + "\"";
    }
}
