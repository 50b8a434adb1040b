package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Fragment;
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
import dev.headwater.render.SqlIdentifier;
import dev.headwater.render.SqlString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done for Snowpipe once Terraform is merged: its two phases (RB23), the files that are there already, and
 * those it skipped.
 */
final class SnowpipeSteps extends PlanPart {

    private static final String AS_OWNER = "USE ROLE SYSADMIN;\n";
    private static final List<String> SHARED = List.of("snowflake_storage_integration_aws", DeclaredNotification.TYPE);

    private final List<Fragment> blocks;

    SnowpipeSteps(DataSourcePlan plan, ExistingTerraform existing, Emission blocks, Emission.Builder out) {
        super(plan, existing, out);
        this.blocks = blocks.fragments();
    }

    @Override
    void emit() {
        for (Source source : plan.sources()) {
            if (source.method() instanceof Snowpipe<?> snowpipe) {
                if (snowpipe.notificationChannel().isEmpty()) {
                    readChannel(source);
                }
                if (snowpipe.uploader().isEmpty()) {
                    loadOlder(source);
                }
                refresh(source, snowpipe);
                seeThatItIsLoaded(source, snowpipe);
                checkPipes(source);
                if (snowpipe.notificationChannel().isPresent()) {
                    checkNotification(source, snowpipe);
                }
                checkSkippedFiles(source);
            }
        }
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

    /** What a refresh leaves out. */
    private void loadOlder(Source source) {
        out.step(Step.sql(
                        scope(source),
                        step("load-older", scope(source)),
                        Stage.FIRST_RUN,
                        "Load the files of " + called(source) + " that are older than seven days, if they are wanted",
                        AS_OWNER + each(source, table -> "SELECT GET_DDL('PIPE', " + pipeName(source, table) + ");\n"))
                .note("The refresh below leaves them out. Before it, run the `COPY INTO` that this shows of each pipe,"
                        + " with `FILES = ('...')`, or with a `PATTERN` that takes only them. Such a COPY must not name"
                        + " a file that the refresh loads, or an earlier one has loaded (the column "
                        + MarkdownText.code(Snowpipe.SOURCE_FILE.toUpperCase(Locale.ROOT))
                        + " names those): a pipe and a COPY do not know of each other's files, and"
                        + " both would load it. A pipe that is replaced forgets which files it has loaded, so that"
                        + " its refresh would load them again.")
                .waitsFor(Milestone.APPLIED));
    }

    /** The files that were there before the bucket told of any; where a pipeline uploads them, after its first run. */
    private void refresh(Source source, Snowpipe<?> snowpipe) {
        Step refresh = Step.sql(
                        scope(source),
                        step("refresh", scope(source)),
                        Stage.FIRST_RUN,
                        "Load the files of " + called(source) + " that are there already",
                        AS_OWNER + each(source, table -> "ALTER PIPE " + pipe(source, table) + " REFRESH;\n"))
                .note("Those of the last seven days, each once, in the background.")
                .waitsFor(Milestone.APPLIED)
                .after(step("load-older", scope(source)))
                .undoneBy(Step.manual(
                        scope(source),
                        step("keep-files", scope(source)),
                        Stage.FIRST_RUN,
                        "Decide what becomes of the files of " + called(source) + " in "
                                + MarkdownText.code("s3://" + snowpipe.bucket()) + ", which nothing removes",
                        whatOthersLose(source)));
        out.step(snowpipe.uploader().isPresent() ? refresh.waitsFor(Milestone.LOADED) : refresh);
    }

    /** What of a bucket the revert destroys. */
    private String whatOthersLose(Source source) {
        String shared = blocks.stream()
                .filter(block -> block.scope().equals(scope(source)))
                .flatMap(block -> Stream.of(block.address()))
                .filter(Address.HclBlock.class::isInstance)
                .map(address -> ((Address.HclBlock) address).labels())
                .filter(labels -> SHARED.contains(labels.get(0)))
                .map(labels -> MarkdownText.code(String.join(".", labels)))
                .collect(Collectors.joining(" and "));
        return shared.isEmpty()
                ? ""
                : "The revert destroys " + shared
                        + ", too, by which other sources on the bucket may load as well: where"
                        + " there are such, keep these blocks.";
    }

    private void seeThatItIsLoaded(Source source, Snowpipe<?> snowpipe) {
        Step loaded = Step.sql(
                        scope(source),
                        step("see-loaded", scope(source)),
                        Stage.FIRST_RUN,
                        "Wait until the files of " + called(source) + " are loaded",
                        AS_OWNER + statusAndRows(source))
                .note("Again and again, until each `pendingFileCount` is 0 and each table has rows, which the dbt tests"
                        + " need.")
                .after(step("refresh", scope(source)));
        out.step(snowpipe.uploader().isPresent() ? loaded : loaded.reaches(Milestone.LOADED));
    }

    private void checkPipes(Source source) {
        check(
                source,
                "check-pipes",
                "The pipes run",
                "`executionState` is `RUNNING`.",
                each(source, table -> "SELECT SYSTEM$PIPE_STATUS(" + pipeName(source, table) + ");\n"));
    }

    private void checkNotification(Source source, Snowpipe<?> snowpipe) {
        String newFile = snowpipe.uploader().isPresent()
                ? "run the flow again, where the API has new rows"
                : "put a new file into each folder";
        check(
                source,
                "check-notification",
                "New files are loaded by themselves",
                "See the numbers, " + newFile + ", and look again after some minutes: `lastReceivedMessageTimestamp` is"
                        + " of now, and there are more rows. If not, the bucket does not tell the pipes' queue (RB23).",
                statusAndRows(source));
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
        out.step(Step.sql(scope, step(what, scope), Stage.VERIFICATION, title, AS_OWNER + script)
                .note(note)
                .after(DeploySteps.MERGE));
    }

    private String schema(Source source) {
        return names.database() + "." + names.schema(source);
    }

    private static String called(Source source) {
        return MarkdownText.inline(source.displayName());
    }

    private String statusAndRows(Source source) {
        return each(
                source,
                table -> "SELECT SYSTEM$PIPE_STATUS(" + pipeName(source, table) + ");\nSELECT COUNT(*) FROM "
                        + schema(source) + "." + SqlIdentifier.encode(TargetTable.stored(table)) + ";\n");
    }

    private String pipeName(Source source, Table table) {
        return SqlString.encode(pipe(source, table));
    }

    private String pipe(Source source, Table table) {
        return schema(source) + "." + Snowpipe.object(table, "pipe");
    }

    private static String each(Source source, Function<Table, String> statement) {
        return source.tables().stream().map(statement).collect(Collectors.joining());
    }
}
