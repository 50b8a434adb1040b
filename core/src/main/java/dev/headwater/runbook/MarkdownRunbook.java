package dev.headwater.runbook;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.render.MarkdownText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a runbook in the parts of the runbook that it replaces. */
final class MarkdownRunbook {

    /** How many of those whom a note concerns are named. */
    private static final int NAMED = 3;

    private final List<DataSourcePlan> plans;
    private final List<ChangeSet> changes;
    private final List<Finding> findings;
    private final List<Finding> notes;
    private final List<Step> steps;
    private final StringBuilder out = new StringBuilder();

    MarkdownRunbook(
            List<DataSourcePlan> plans,
            List<ChangeSet> changes,
            List<Finding> findings,
            List<Finding> notes,
            List<Step> steps) {
        this.plans = plans;
        this.changes = changes;
        this.findings = findings;
        this.notes = notes;
        this.steps = steps;
    }

    String text() {
        String names = plans.stream()
                .flatMap(plan -> plan.sources().stream())
                .map(source -> MarkdownText.inline(source.displayName()))
                .collect(Collectors.joining(", "));
        line("# Runbook: Adding " + names);
        summary();
        prerequisites();
        conflicts();
        findings();
        changedFiles();
        steps();
        verification();
        rollback();
        escalation();
        notes();
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void summary() {
        heading("Summary");
        for (DataSourcePlan plan : plans) {
            for (Source source : plan.sources()) {
                String tables = source.tables().stream()
                        .map(Table::name)
                        .map(MarkdownText::code)
                        .collect(Collectors.joining(", "));
                line("- " + MarkdownText.inline(source.displayName()) + ": " + tables + " into "
                        + MarkdownText.code(
                                plan.names().database() + "." + plan.names().schema(source)) + " by "
                        + MarkdownText.inline(plan.loader().displayName()) + ", "
                        + schedule(source.schedule()) + ".");
            }
        }
    }

    private static String schedule(Schedule schedule) {
        return MarkdownText.inline(schedule.cadence())
                + schedule.cron()
                        .map(cron ->
                                " (" + MarkdownText.code(cron) + " " + MarkdownText.inline(schedule.timeZone()) + ")")
                        .orElse("");
    }

    private void prerequisites() {
        heading("Prerequisites");
        String repositories = changes.stream()
                .map(change -> MarkdownText.code(change.repository()))
                .collect(Collectors.joining(", "));
        line("- Access: write access to " + repositories + ".");
        for (String profile : distinct(Platform::awsProfile)) {
            line("- Tools: Terraform CLI, AWS CLI (" + MarkdownText.code(profile)
                    + " profile), Python 3.11 or later, dbt.");
        }
    }

    private Set<String> distinct(Function<Platform, String> value) {
        return plans.stream()
                .map(DataSourcePlan::platform)
                .map(value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void conflicts() {
        List<Conflict> all =
                changes.stream().flatMap(change -> change.conflicts().stream()).toList();
        if (!all.isEmpty()) {
            heading("Conflicts");
            line("Nothing is applied before these are resolved.");
            line("");
            all.forEach(conflict -> line("- " + MarkdownText.inline(conflict.toString())));
        }
    }

    private void findings() {
        if (findings.isEmpty()) {
            return;
        }
        heading("Findings");
        line("To decide or to do; the setting behind each settles it.");
        line("");
        for (Finding finding : findings) {
            line("- " + finding.code() + " (" + MarkdownText.inline(joined(finding.scopes())) + "): "
                    + MarkdownText.inline(finding.message()) + " Setting: " + MarkdownText.code(finding.setting())
                    + ".");
        }
    }

    private static String joined(List<Scope> scopes) {
        return scopes.stream().map(Scope::toString).collect(Collectors.joining(", "));
    }

    private void changedFiles() {
        heading("Changes");
        for (ChangeSet change : changes) {
            for (FileChange file : change.files()) {
                String verb = switch (file.kind()) {
                    case CREATE -> "new";
                    case EDIT -> "changed";
                    case DELETE -> "deleted";
                };
                line("- " + MarkdownText.code(change.repository() + "/" + file.path()) + " (" + verb + ")");
            }
        }
    }

    private void steps() {
        heading("Steps");
        line("### 1. Choose the Ingestion Method");
        line("");
        MethodStep.lines(plans).forEach(this::line);
        int number = 0;
        Stage stage = null;
        for (Step step : steps) {
            if (step.stage() == Stage.VERIFICATION) {
                continue;
            }
            line("");
            if (step.stage() != stage) {
                line("### " + title(step.stage()));
                line("");
            }
            stage = step.stage();
            item(++number + ". ", step);
        }
    }

    private void verification() {
        List<Step> checks = steps.stream()
                .filter(step -> step.stage() == Stage.VERIFICATION)
                .toList();
        if (checks.isEmpty()) {
            return;
        }
        heading("Verification");
        for (int i = 0; i < checks.size(); i++) {
            if (i > 0) {
                line("");
            }
            item(i + 1 + ". ", checks.get(i));
        }
    }

    private static String title(Stage stage) {
        return switch (stage) {
            case LOADER -> "2. Create Snowflake Infrastructure";
            case SCHEMAS -> "3. Create Schemas";
            case CREDENTIALS -> "Keys and Secrets";
            case INGESTION -> "4. Build the Ingestion Pipeline";
            case ORCHESTRATION -> "5. Create Prefect Flow";
            case FIRST_RUN -> "First Run";
            case STAGING -> "6. Add dbt Source and Staging Model";
            case VERIFICATION -> "Verification";
        };
    }

    private void item(String bullet, Step step) {
        String gate = step.kind() == Step.Kind.MERGE ? "**Gate.** " : "";
        line(bullet + gate + step.title() + (step.title().endsWith(".") ? "" : "."));
        String indentation = " ".repeat(bullet.length());
        paragraph(indentation, step.note());
        paragraph(indentation, body(step));
    }

    private void paragraph(String indentation, String text) {
        if (!text.isBlank()) {
            line("");
            text.strip().lines().forEach(words -> line(words.isEmpty() ? "" : indentation + words));
        }
    }

    private static String body(Step step) {
        return switch (step.kind()) {
            case COMMAND -> code("sh", step.body());
            case SQL -> code("sql", step.body());
            case MANUAL, MERGE -> step.body();
        };
    }

    private static String code(String language, String script) {
        String fence = fence(script);
        return fence + language + "\n" + script.strip() + "\n" + fence;
    }

    private static String fence(String body) {
        String fence = "```";
        while (body.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private void rollback() {
        List<Step> undo =
                steps.stream().flatMap(step -> step.undo().stream()).distinct().toList();
        if (undo.isEmpty()) {
            return;
        }
        heading("Rollback");
        line("In this order, as far as things have come:");
        line("");
        for (int i = undo.size() - 1; i >= 0; i--) {
            item(undo.size() - i + ". ", undo.get(i));
            line("");
        }
        out.setLength(out.length() - 1);
    }

    private void escalation() {
        heading("Escalation");
        distinct(platform -> platform.contacts().first())
                .forEach(who -> line("- First contact: " + MarkdownText.inline(who)));
        distinct(platform -> platform.contacts().next())
                .forEach(who -> line("- Escalation: " + MarkdownText.inline(who)));
    }

    private void notes() {
        if (notes.isEmpty()) {
            return;
        }
        heading("Notes");
        line("Where this differs from the written runbook, and what else is good to know.");
        line("");
        Map<String, List<Finding>> byCode =
                notes.stream().collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
        byCode.values().forEach(same -> line(note(same)));
    }

    /** One line a code, however many sources it concerns. */
    private static String note(List<Finding> same) {
        Finding first = same.get(0);
        String message = same.size() == 1
                ? first.message()
                : Deviation.of(first.code()).map(Deviation::sentence).orElseGet(first::message);
        List<Scope> scopes = same.stream()
                .flatMap(note -> note.scopes().stream())
                .sorted()
                .distinct()
                .toList();
        int more = scopes.size() - NAMED;
        String concerned = joined(scopes.stream().limit(NAMED).toList()) + (more > 0 ? " and " + more + " more" : "");
        return "- " + first.code() + " (" + MarkdownText.inline(concerned) + "): " + MarkdownText.inline(message);
    }
}
