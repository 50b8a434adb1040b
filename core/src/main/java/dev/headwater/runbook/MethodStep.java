package dev.headwater.runbook;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.MethodChoice;
import dev.headwater.plan.MethodChoice.Method;
import dev.headwater.plan.MethodChoice.Reason;
import dev.headwater.plan.MethodChoice.Verdict;
import dev.headwater.plan.Source;
import dev.headwater.render.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step 1 of the runbook, which is done when there is a plan: each source's method, and what speaks for it. */
final class MethodStep {

    private MethodStep() {}

    static List<String> lines(List<DataSourcePlan> plans) {
        List<String> lines = new ArrayList<>();
        for (DataSourcePlan plan : plans) {
            for (Source source : plan.sources()) {
                lines.add(row(plan, source));
                source.choice().ifPresent(choice -> recommendation(choice, source, lines));
            }
        }
        return lines;
    }

    private static String row(DataSourcePlan plan, Source source) {
        String tool = source.method().tool();
        String how = Method.of(tool)
                .map(method -> MarkdownText.inline(method.displayName() + ", best for " + method.bestFor()
                        + "; repository " + method.repository()))
                .orElse(MarkdownText.code(tool) + ", which is no row of the runbook's table");
        return "- " + MarkdownText.inline(source.displayName()) + ": " + how + "; "
                + (plan.loader().isNew() ? "new" : "existing") + " destination database "
                + MarkdownText.code(plan.names().database()) + ".";
    }

    private static void recommendation(MethodChoice choice, Source source, List<String> lines) {
        Optional<Method> best = choice.recommended().map(Verdict::method);
        if (best.isEmpty()) {
            lines.add("  - Nothing that is known speaks for a method of the table.");
        }
        for (Verdict verdict : choice.verdicts()) {
            Method method = verdict.method();
            boolean recommended = best.filter(method::equals).isPresent();
            boolean chosen = method.tool().equals(source.method().tool());
            String line = method.displayName()
                    + (recommended ? " is recommended" : "")
                    + (recommended && !chosen ? ", and is not the plan's method" : "")
                    + "."
                    + said(" For it: ", verdict.inFavour())
                    + said(" Against it: ", verdict.against());
            lines.add("  - " + MarkdownText.inline(line));
        }
    }

    private static String said(String words, List<Reason> reasons) {
        return reasons.isEmpty()
                ? ""
                : words + reasons.stream().map(Reason::toString).collect(Collectors.joining("; ")) + ".";
    }
}
