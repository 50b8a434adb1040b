package dev.headwater;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.MethodChoice.Reason;
import dev.headwater.plan.MethodChoice.Verdict;
import dev.headwater.plan.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sources for which the runbook's table has another method than the plan, by what is known of them. */
final class OtherMethods {

    private OtherMethods() {}

    static List<Finding> findings(List<DataSourcePlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.sources().stream().flatMap(source -> finding(plan, source).stream()))
                .toList();
    }

    private static Optional<Finding> finding(DataSourcePlan plan, Source source) {
        Scope scope = Scope.loader(plan.loader().name()).source(source.name());
        String tool = source.method().tool();
        return source.choice()
                .flatMap(choice -> choice.recommended())
                .filter(best -> !best.method().tool().equals(tool))
                .map(best -> Finding.act("choice.other-method", scope, message(best, tool)));
    }

    private static String message(Verdict best, String tool) {
        String reasons = best.inFavour().stream().map(Reason::toString).collect(Collectors.joining("; "));
        return "By the runbook's table this is a source for " + best.method().displayName() + ", and the plan has "
                + tool + ": " + reasons + ". Take that method, or mute this once somebody has decided otherwise.";
    }
}
