package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import dev.headwater.render.SqlString;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is done for Snowpipe besides: its two phases (RB23), the files that are there already, and those it skipped. */
final class SnowpipeSteps extends PlanPart {

    SnowpipeSteps(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        for (Source source : plan.sources()) {
            if (source.method() instanceof Snowpipe<?> snowpipe) {
                if (new StorageIntegration(plan, source, snowpipe, existing, out).isNew()) {
                    trust(source, snowpipe);
                }
                if (snowpipe.notificationChannel().isEmpty()) {
                    readChannel(source);
                }
                refresh(source, snowpipe);
                checkPipes(source);
                checkSkippedFiles(source);
            }
        }
    }

    private void trust(Source source, Snowpipe<?> snowpipe) {
        out.step(Step.manual(
                        scope(source),
                        step("trust", scope(source)),
                        Stage.INGESTION,
                        "Let the role of the storage integration trust Snowflake",
                        "`DESC INTEGRATION " + StorageIntegration.name(snowpipe)
                                + "` tells the two values; the trust policy of "
                                + MarkdownText.code(snowpipe.storageRole().orElse("")) + " is then:\n\n```json\n"
                                + Templates.TRUST_POLICY.render(Map.of()) + "```")
                .after(DeploySteps.MERGE));
    }

    private void readChannel(Source source) {
        out.step(Step.command(
                        scope(source),
                        step("read-channel", scope(source)),
                        Stage.INGESTION,
                        "Read the queue of the pipes, and put it into the plan (RB23)",
                        "cd " + ShellWord.encode(snowflake.shownFolder()) + " && terraform output -raw "
                                + SnowpipeResources.channelOutput(plan, source) + "\n")
                .note("From the root of " + repository()
                        + ". Then say `notificationChannel(\"arn:aws:sqs:...\")` in the"
                        + " plan and run again: that adds the bucket's notification, and nothing else. Until it is"
                        + " applied, new files wait for the next `ALTER PIPE ... REFRESH`.")
                .after(DeploySteps.MERGE));
    }

    /** The files that were there before the bucket told of any; where a pipeline uploads them, after its first run. */
    private void refresh(Source source, Snowpipe<?> snowpipe) {
        Step refresh = Step.sql(
                        scope(source),
                        step("refresh", scope(source)),
                        Stage.FIRST_RUN,
                        "Load the files of " + MarkdownText.inline(source.displayName()) + " that are there already",
                        "USE ROLE SYSADMIN;\n"
                                + each(source, table -> "ALTER PIPE " + pipe(source, table) + " REFRESH;\n"))
                .note("Those of the last seven days, in the background; older ones by the pipe's `COPY INTO`. The dbt"
                        + " tests need their rows.")
                .waitsFor(Milestone.APPLIED)
                .after(step("trust", scope(source)))
                .undoneBy(Step.manual(
                        scope(source),
                        step("keep-files", scope(source)),
                        Stage.FIRST_RUN,
                        "Decide what becomes of the files of " + MarkdownText.inline(source.displayName()) + " in "
                                + MarkdownText.code("s3://" + snowpipe.bucket()) + ", which nothing removes",
                        ""));
        boolean isUploaded = snowpipe.uploader().isPresent();
        out.step(isUploaded ? refresh.waitsFor(Milestone.LOADED) : refresh.reaches(Milestone.LOADED));
    }

    private void checkPipes(Source source) {
        check(
                source,
                "check-pipes",
                "The pipes run",
                "`executionState` is `RUNNING`, and once the bucket tells of new files,"
                        + " `lastReceivedMessageTimestamp` is there.",
                each(source, table -> "SELECT SYSTEM$PIPE_STATUS(" + SqlString.encode(pipe(source, table)) + ");\n"));
    }

    /** Without this nobody learns of them: a pipe skips a file that it cannot read. */
    private void checkSkippedFiles(Source source) {
        check(
                source,
                "check-skipped",
                "No file was skipped",
                "No rows. A pipe leaves out a file with an error in it (SKIP_FILE): mend the file, and upload it by"
                        + " another name.",
                each(
                        source,
                        table -> Templates.SKIPPED_FILES.render(Map.of(
                                "database",
                                names.database(),
                                "table",
                                SqlString.encode(schema(source) + "." + TargetTable.stored(table))))));
    }

    private void check(Source source, String what, String title, String note, String script) {
        Scope scope = scope(source);
        out.step(Step.sql(scope, step(what, scope), Stage.VERIFICATION, title, script)
                .note(note)
                .after(DeploySteps.MERGE));
    }

    private String schema(Source source) {
        return names.database() + "." + names.schema(source);
    }

    private String pipe(Source source, Table table) {
        return schema(source) + "." + Snowpipe.object(table, "pipe");
    }

    private static String each(Source source, Function<Table, String> statement) {
        return source.tables().stream().map(statement).collect(Collectors.joining());
    }
}
