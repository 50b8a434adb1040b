package dev.headwater.plan;

import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.NamingRule.Fault;
import dev.headwater.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Judges one name under the rules of everything that it becomes. */
final class NameJudge {

    private static final int LONGEST_SHOWN = 60;

    private final Problems problems;

    NameJudge(Problems problems) {
        this.problems = problems;
    }

    /** What a name becomes in one target system. */
    record Derived(String what, NamingRule rule, UnaryOperator<String> from) {

        static Derived same(String what, NamingRule rule) {
            return new Derived(what, rule, name -> name);
        }

        /** That a name ends like the suffix of an ARN is a fault which works. */
        private List<Fault> faults(String name) {
            return rule.check(from.apply(name)).stream()
                    .filter(fault -> !fault.code().equals(AwsSecretName.AMBIGUOUS_SUFFIX))
                    .toList();
        }
    }

    /** One problem a name, however many targets refuse it; a blank one is reported as a missing value. */
    void judge(String path, String name, Set<String> siblings, List<Derived> targets) {
        if (name.isBlank()) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        Optional<String> code = Optional.empty();
        for (Derived target : targets) {
            for (Fault fault : target.faults(name)) {
                code = code.or(() -> Optional.of(fault.code()));
                String derived = target.from().apply(name);
                String shown = derived.equals(name) ? "" : " " + shown(derived);
                reasons.add("as " + target.what() + shown + " it " + fault.message());
            }
        }
        code.ifPresent(first -> problems.add(
                first,
                path,
                shown(name) + " does not hold: " + String.join("; ", reasons) + ".",
                hint(name, siblings, targets)));
    }

    /** The same for a value that may be left out, but not be blank. */
    void judgeGiven(String path, String name, List<Derived> targets) {
        if (name.isBlank()) {
            problems.add("field.notblank", path, "Is blank.", "Give a value, or leave it out.");
        }
        judge(path, name, Set.of(), targets);
    }

    private static String hint(String name, Set<String> siblings, List<Derived> targets) {
        return targets.stream()
                .flatMap(target -> target.rule().suggest(name).stream())
                .flatMap(better -> Stream.of(better, better + "_data", better + "_2"))
                .filter(better -> !siblings.contains(better))
                .filter(better -> targets.stream()
                        .allMatch(target -> target.faults(better).isEmpty()))
                .findFirst()
                .map(better -> "Use \"" + better + "\".")
                .orElse("Choose another name.");
    }

    private static String shown(String name) {
        return "\"" + (name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "...") + "\"";
    }
}
