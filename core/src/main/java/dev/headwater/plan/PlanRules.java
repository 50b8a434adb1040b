package dev.headwater.plan;

import dev.headwater.platform.Folder;
import dev.headwater.problem.Problem;
import dev.headwater.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Judges a plan: single fields by their constraints, then what fields mean together, then every derived name. */
final class PlanRules {

    private static final Pattern FOLDER = Pattern.compile("(?!\\.\\.?(/|$))[\\w.-]+(/(?!\\.\\.?(/|$))[\\w.-]+)*");

    private final DataSourcePlan plan;
    private final Problems problems;

    private PlanRules(DataSourcePlan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    static List<Problem> judge(DataSourcePlan plan, Problems misuse) {
        Problems problems = new Problems();
        misuse.sorted()
                .forEach(problem -> problems.add(problem.code(), problem.path(), problem.message(), problem.hint()));
        FieldConstraints.judge(plan, problems);
        PlanRules rules = new PlanRules(plan, problems);
        rules.judgeFolders();
        for (int i = 0; i < plan.sources().size(); i++) {
            rules.judge(plan.sources().get(i), "sources[" + i + "]");
        }
        if (plan.hasLoader()) {
            new NameRules(plan, problems).judge();
        }
        return problems.sorted();
    }

    private void judgeFolders() {
        for (Folder folder : Folder.values()) {
            String path = plan.platform().folder(folder);
            if (!path.isEmpty() && !FOLDER.matcher(path).matches()) {
                problems.add(
                        "platform.folder",
                        "platform.folders." + folder.name().toLowerCase(Locale.ROOT),
                        "\"" + path + "\" is not a folder below a repository's root.",
                        "Write names of letters, digits, _, - and . joined by /, without .. and without / at the ends.");
            }
        }
    }

    private void judge(Source source, String path) {
        if (!source.isComplete()) {
            return;
        }
        if (!source.displayName().equals(source.name())) {
            PlainText.oneLine(source.displayName(), path + ".displayName", problems);
        }
        source.schedule().fault().ifPresent(fault -> {
            String[] words = fault.split("; ", 2);
            problems.add("schedule.invalid", path + ".schedule", words[0] + ".", Sentence.of(words[1]));
        });
        if (plan.hasLoader() && !source.method().tool().equals(plan.loader().tool())) {
            problems.add(
                    "method.tool",
                    path + ".method",
                    "The method works by " + source.method().tool() + ", but the loader \""
                            + plan.loader().name() + "\" is " + plan.loader().tool() + ".",
                    "Choose a loader of that tool, or another method.");
        }
        for (int i = 0; i < source.tables().size(); i++) {
            judge(source, source.tables().get(i), path + ".tables[" + i + "]");
        }
        source.method().check(source, path, problems);
    }

    private void judge(Source source, Table table, String path) {
        PlainText.text(table.description(), path + ".description", problems);
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
            rawPath(table.primaryKey().get(i), path + ".primaryKey[" + i + "]");
        }
        table.cursor().ifPresent(cursor -> rawPath(cursor, path + ".cursor"));
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            rawPath(column.from(), path + ".columns[" + i + "].from");
            int index = i;
            column.description()
                    .ifPresent(text -> PlainText.text(text, path + ".columns[" + index + "].description", problems));
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
        boolean holdsBlankKey = Arrays.stream(raw.split("\\.", -1)).anyMatch(String::isBlank);
        if (!raw.isEmpty() && holdsBlankKey) {
            problems.add(
                    "column.path",
                    path,
                    "\"" + raw + "\" is not the path of a raw field.",
                    "Write the field as the source spells it, nesting with single dots: properties.email.");
        }
        PlainText.oneLine(raw, path, problems);
    }
}
