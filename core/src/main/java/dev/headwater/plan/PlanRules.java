package dev.headwater.plan;

import dev.headwater.naming.DbtName;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.problem.Problem;
import dev.headwater.problem.Problems;
import java.util.List;
import java.util.function.IntFunction;

/** Judges a plan: single fields by their constraints, then what fields mean together, then every derived name. */
final class PlanRules {

    private final DataSourcePlan plan;
    private final Problems problems;

    private PlanRules(DataSourcePlan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    /** Judges a plan whose sources are called, in problems, as {@code paths} says. */
    static List<Problem> judge(DataSourcePlan plan, IntFunction<String> paths, Problems misuse) {
        MethodAnswers.require(plan);
        Problems problems = new Problems();
        misuse.sorted().forEach(problems::add);
        FieldConstraints.judge(plan, problems);
        PlanRules rules = new PlanRules(plan, problems);
        PlatformRules.judge(plan.platform(), problems);
        if (plan.hasLoader()) {
            rules.judge(plan.loader());
        }
        for (int i = 0; i < plan.sources().size(); i++) {
            rules.judge(plan.sources().get(i), paths.apply(i));
        }
        if (plan.hasLoader()) {
            new NameRules(plan, problems).judge(paths);
        }
        if (plan.hasLoader() && problems.sorted().isEmpty()) {
            rules.judgeOutsideSteps(paths);
        }
        return problems.sorted();
    }

    private void judgeOutsideSteps(IntFunction<String> paths) {
        for (int i = 0; i < plan.sources().size(); i++) {
            List<OutsideStep> steps =
                    MethodAnswers.outsideSteps(plan, plan.sources().get(i));
            new AnswerRules(problems).judgeSteps(steps, paths.apply(i) + ".method.outsideSteps");
        }
    }

    private void judge(Loader loader) {
        problems.line("loader.displayName", loader.displayName());
        loader.loadedAt().field().ifPresent(sql -> problems.text("loader.loadedAt", sql));
        loader.loadedAt().query().ifPresent(sql -> problems.text("loader.loadedAt", sql));
        List<String> fields = loader.credentialFields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.indexOf(fields.get(i)) < i) {
                problems.add(
                        "loader.credentials.twice",
                        "loader.credentialFields[" + i + "]",
                        "\"" + fields.get(i) + "\" is among the keys twice.",
                        "Name each key once.");
            }
        }
        boolean getsKeyPair = loader.isNew() && loader.hasServiceAccount();
        if (getsKeyPair && !fields.isEmpty() && !fields.contains(Loader.PRIVATE_KEY)) {
            problems.add(
                    "loader.credentials.key",
                    "loader.credentialFields",
                    "The key pair that is made for the new loader goes under none of the keys "
                            + String.join(", ", fields) + ".",
                    "Call the key that takes it " + Loader.PRIVATE_KEY + ", or say withoutServiceAccount().");
        }
    }

    private void judge(Source source, String path) {
        if (!source.displayName().equals(source.name())) {
            problems.line(path + ".displayName", source.displayName());
        }
        source.schedule()
                .faults()
                .forEach(fault -> problems.add("schedule.invalid", path + ".schedule", fault.message(), fault.hint()));
        if (plan.hasLoader()
                && hasTool(plan.loader())
                && !plan.loader().tool().equals(source.method().tool())) {
            problems.add(
                    "method.tool",
                    path + ".method",
                    "The method works by " + source.method().tool() + ", but the loader \""
                            + plan.loader().name() + "\" is " + plan.loader().tool() + ".",
                    "Choose a loader of that tool, say tool(\""
                            + source.method().tool() + "\") of this one, or choose another method.");
        }
        PlatformRules.judgeMuted(source.muted(), path, problems);
        for (int i = 0; i < source.tables().size(); i++) {
            judge(source, source.tables().get(i), path + ".tables[" + i + "]");
        }
        new FreshnessRules(problems).judge(source, path);
        source.choice().ifPresent(choice -> ChoiceReasons.judge(choice, path + ".choice", problems));
        TextLimits.judge(plan, source, path, problems);
        source.method().check(source, new IngestionMethod.Place(path), problems);
    }

    /** A loader whose tool is blank, or whose name does not hold, is one mistake, not one a source. */
    private static boolean hasTool(Loader loader) {
        return loader.tool().equals(loader.name())
                ? new DbtName().check(loader.name()).isEmpty()
                : !loader.tool().isBlank();
    }

    private void judge(Source source, Table table, String path) {
        problems.text(path + ".description", table.description());
        PlatformRules.judgeMuted(table.muted(), path, problems);
        Class<? extends TableSettings> settings = source.method().tableSettings();
        if (settings != TableSettings.None.class && !settings.isInstance(table.rawSettings())) {
            problems.add(
                    "table.settings",
                    path + ".settings",
                    table.rawSettings() == null
                            ? "Nothing says where the rows come from."
                            : "The settings are not of the source's ingestion method.",
                    "Give from(...) the " + settings.getSimpleName() + " of "
                            + source.method().getClass().getSimpleName() + ".");
        }
        judgeLoading(table, path);
        boolean lacksKey = table.loadMode() == LoadMode.MERGE;
        if (table.columns().isEmpty() && table.primaryKey().isEmpty() && !lacksKey) {
            problems.add(
                    "table.columns.missing",
                    path + ".columns",
                    "The staging model would have no columns.",
                    "Name the key with merge(...) or primaryKey(...), or add column(...).");
        }
        for (int i = 0; i < table.primaryKey().size(); i++) {
            String field = table.primaryKey().get(i);
            rawPath(field, path + ".primaryKey[" + i + "]");
            if (table.primaryKey().indexOf(field) < i) {
                problems.add(
                        "table.key.twice",
                        path + ".primaryKey[" + i + "]",
                        "\"" + field + "\" is in the key twice.",
                        "Name each field of the key once.");
            }
        }
        table.cursor().ifPresent(cursor -> rawPath(cursor, path + ".cursor"));
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            rawPath(column.from(), path + ".columns[" + i + "].from");
            int index = i;
            column.description().ifPresent(text -> problems.text(path + ".columns[" + index + "].description", text));
        }
    }

    private void judgeLoading(Table table, String path) {
        if (table.loadMode() == LoadMode.MERGE && table.primaryKey().isEmpty()) {
            problems.add(
                    "table.key.missing",
                    path + ".primaryKey",
                    "Rows cannot be merged without a key.",
                    "Name the raw fields that identify a row: merge(\"id\").");
        }
        if (table.loadMode() == LoadMode.REPLACE && table.cursor().isPresent()) {
            problems.add(
                    "table.incremental.replace",
                    path + ".cursor",
                    "An incremental load that replaces the table would keep only the newest rows.",
                    "Use merge(key) or append() with incremental(...), or leave incremental out.");
        }
    }

    private void rawPath(String raw, String path) {
        List<String> keys = List.of(raw.split("\\.", -1));
        boolean holdsBlankKey = keys.stream().anyMatch(String::isBlank);
        if (!raw.isBlank() && (holdsBlankKey || raw.indexOf('[') >= 0 || raw.indexOf(']') >= 0)) {
            problems.add(
                    "column.path",
                    path,
                    "\"" + raw + "\" is not the path of a raw field.",
                    "Write the field as the source spells it, nesting with single dots: properties.email. Elements of lists"
                            + " arrive in tables of their own.");
        }
        boolean annotated =
                keys.stream().limit(keys.size() - 1L).anyMatch(key -> key.startsWith("@") && key.length() > 1);
        if (annotated && !holdsBlankKey) {
            problems.add(
                    "column.path",
                    path,
                    "\"" + raw + "\" looks like a key with a dot of its own, such as OData's, which is no path here.",
                    "Leave it out, or have the API or a step of the source rename it.");
        }
        problems.line(path, raw);
    }
}
