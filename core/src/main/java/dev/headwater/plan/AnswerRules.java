package dev.headwater.plan;

import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PythonName;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.plan.IngestionMethod.HelperSchema;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.IngestionMethod.Run.PythonCallable;
import dev.headwater.plan.IngestionMethod.Run.RemoteJob;
import dev.headwater.problem.Problems;
import java.util.List;

/** Judges what a method answers about a source, as far as it reaches an artifact or the runbook. */
final class AnswerRules {

    private static final NamingRule SNOWFLAKE = new SnowflakeIdentifier();
    private static final NamingRule PYTHON = new PythonName();

    private final Problems problems;

    AnswerRules(Problems problems) {
        this.problems = problems;
    }

    void judge(Source source, Names names, String method) {
        // What is derived from a name that does not hold is not the method's fault.
        Source of = SNOWFLAKE.check(names.schema(source)).isEmpty() ? source : source.called("source");
        judgeHelpers(of.method().helperSchemas(of, names), method + ".helperSchemas");
        of.method().run(of, names).ifPresent(run -> {
            if (run instanceof PythonCallable callable) {
                judge(callable, names.pipeline(of), method + ".run");
            } else if (run instanceof RemoteJob job) {
                judgeLine(job.name(), method + ".run.name", "Name the job as people find it.");
            }
        });
    }

    private void judgeHelpers(List<HelperSchema> helpers, String path) {
        for (int i = 0; i < helpers.size(); i++) {
            judge(SNOWFLAKE, helpers.get(i).name(), path + "[" + i + "].name");
        }
    }

    /** The module that is derived from source and platform is judged with those. */
    private void judge(PythonCallable callable, String derived, String path) {
        if (!callable.module().equals(derived)) {
            for (String part : callable.module().split("\\.", -1)) {
                judge(PYTHON, part, path + ".module");
            }
        }
        judge(PYTHON, callable.function(), path + ".function");
    }

    private void judge(NamingRule rule, String name, String path) {
        rule.check(name).stream()
                .findFirst()
                .ifPresent(fault -> problems.add(
                        fault.code(),
                        path,
                        "\"" + name + "\", which the method gives, " + fault.message() + ".",
                        rule.suggest(name)
                                .map(better -> "Have the method give another name, such as \"" + better + "\".")
                                .orElse("Have the method give another name.")));
    }

    /** Asked for when all else holds, since a step says what the plan does. */
    void judgeSteps(List<OutsideStep> steps, String path) {
        TakenNames ids = new TakenNames(problems);
        for (int i = 0; i < steps.size(); i++) {
            OutsideStep step = steps.get(i);
            String at = path + "[" + i + "]";
            judgeLine(step.id(), at + ".id", "Give the step a stable name, such as connection.");
            ids.take("step", step.id(), at + ".id", "Give each step of a source an id of its own.");
            judgeLine(step.title(), at + ".title", "Say in a short sentence what is done.");
            problems.text(at + ".markdown", step.markdown());
            problems.line(at + ".wayBack", step.wayBack());
        }
    }

    private void judgeLine(String text, String path, String hint) {
        if (text.isBlank()) {
            problems.add("field.notblank", path, "is blank.", hint);
        }
        problems.line(path, text);
    }
}
