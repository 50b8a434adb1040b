package dev.headwater.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person or a machine does besides merging text: a step of the runbook. Equal steps of several
 * emitters are one step. Immutable.
 */
public final class Step {

    private final String id;
    private final Kind kind;
    private final Stage stage;
    private final String title;
    private final String note;
    private final String body;
    private final List<String> after;
    private final List<Address> covers;
    private final @Nullable Step undo;
    private final @Nullable String learns;

    private Step(
            String id,
            Kind kind,
            Stage stage,
            String title,
            String note,
            String body,
            List<String> after,
            List<Address> covers,
            @Nullable Step undo,
            @Nullable String learns) {
        this.id = id;
        this.kind = kind;
        this.stage = stage;
        this.title = title;
        this.note = note;
        this.body = body;
        this.after = after;
        this.covers = covers;
        this.undo = undo;
        this.learns = learns;
    }

    private static Step of(String id, Kind kind, Stage stage, String title, String body) {
        return new Step(id, kind, stage, title, "", body, List.of(), List.of(), null, null);
    }

    /**
     * Commands for a shell.
     *
     * @param id stable name of the step, unique in a runbook, such as {@code terraform.validate}
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param script shell commands, one a line; values are encoded already
     * @return the step
     */
    public static Step command(String id, Stage stage, String title, String script) {
        return of(id, Kind.COMMAND, stage, title, script);
    }

    /**
     * Statements for Snowflake.
     *
     * @param id stable name of the step, unique in a runbook
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param script SQL statements; values are encoded already
     * @return the step
     */
    public static Step sql(String id, Stage stage, String title, String script) {
        return of(id, Kind.SQL, stage, title, script);
    }

    /**
     * Something that only a person can do.
     *
     * @param id stable name of the step, unique in a runbook
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param markdown how
     * @return the step
     */
    public static Step manual(String id, Stage stage, String title, String markdown) {
        return of(id, Kind.MANUAL, stage, title, markdown);
    }

    /**
     * A gate: what comes after it waits until a pull request has been merged and its automation has finished.
     *
     * @param id stable name of the step, unique in a runbook, such as {@code terraform.merge}
     * @param stage where in the runbook it belongs
     * @param title what is merged, as a short sentence without a full stop; Markdown
     * @param markdown how to see that it is through
     * @return the step
     */
    public static Step merge(String id, Stage stage, String title, String markdown) {
        return of(id, Kind.MERGE, stage, title, markdown);
    }

    /**
     * The same, with what to know before it is done, for steps whose body is a script.
     *
     * @param markdown one sentence or a few
     * @return the changed step
     */
    public Step note(String markdown) {
        return new Step(id, kind, stage, title, markdown, body, after, covers, undo, learns);
    }

    /**
     * The same, to be done after others. A step that is not in the runbook is waited for by nobody.
     *
     * @param ids names of the other steps
     * @return the changed step
     */
    public Step after(String... ids) {
        List<String> longer = new ArrayList<>(after);
        longer.addAll(Arrays.asList(ids));
        return new Step(id, kind, stage, title, note, body, List.copyOf(longer), covers, undo, learns);
    }

    /**
     * The same, known to be about things in the repository.
     *
     * @param addresses what it puts to work or checks
     * @return the changed step
     */
    public Step covers(Address... addresses) {
        List<Address> longer = new ArrayList<>(covers);
        longer.addAll(Arrays.asList(addresses));
        return new Step(id, kind, stage, title, note, body, after, List.copyOf(longer), undo, learns);
    }

    /**
     * The same, with a way back.
     *
     * @param step what undoes it
     * @return the changed step
     */
    public Step undoneBy(Step step) {
        return new Step(id, kind, stage, title, note, body, after, covers, step, learns);
    }

    /**
     * The same, known to yield a value that the next plan needs.
     *
     * @param value what is learned, such as {@code notification_channel}
     * @return the changed step
     */
    public Step learns(String value) {
        return new Step(id, kind, stage, title, note, body, after, covers, undo, value);
    }

    /**
     * The step's stable name.
     *
     * @return the name
     */
    public String id() {
        return id;
    }

    /**
     * What the step's body is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Where in the runbook it belongs.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * What is done.
     *
     * @return a short sentence without a full stop; Markdown
     */
    public String title() {
        return title;
    }

    /**
     * What to know before it is done.
     *
     * @return Markdown; may be empty
     */
    public String note() {
        return note;
    }

    /**
     * How it is done.
     *
     * @return a script for commands and SQL, else Markdown
     */
    public String body() {
        return body;
    }

    /**
     * What it comes after.
     *
     * @return names of steps
     */
    public List<String> after() {
        return after;
    }

    /**
     * What it puts to work or checks.
     *
     * @return addresses in the emitter's repository
     */
    public List<Address> covers() {
        return covers;
    }

    /**
     * How it is undone.
     *
     * @return the way back, if there is one
     */
    public Optional<Step> undo() {
        return Optional.ofNullable(undo);
    }

    /**
     * The value that it yields for the next plan.
     *
     * @return what is learned, if anything
     */
    public Optional<String> learned() {
        return Optional.ofNullable(learns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step that
                && id.equals(that.id)
                && kind == that.kind
                && stage == that.stage
                && title.equals(that.title)
                && note.equals(that.note)
                && body.equals(that.body)
                && after.equals(that.after)
                && covers.equals(that.covers)
                && Objects.equals(undo, that.undo)
                && Objects.equals(learns, that.learns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, kind, stage, title, body);
    }

    @Override
    public String toString() {
        return id;
    }

    /** What a step's body is. */
    public enum Kind {
        /** Shell commands. */
        COMMAND,
        /** SQL for Snowflake. */
        SQL,
        /** Markdown for a person. */
        MANUAL,
        /** A pull request to merge. */
        MERGE
    }

    /** The parts of the runbook, in their order. */
    public enum Stage {
        /** Step 2: database, service account and secret container of a new loader. */
        LOADER,
        /** Step 3: schemas. */
        SCHEMAS,
        /** Steps 2d and 4.3: keys and secrets are put where the work will look for them. */
        CREDENTIALS,
        /** Step 4: the ingestion pipeline. */
        INGESTION,
        /** Step 5: the flow and its deployment. */
        ORCHESTRATION,
        /** The first load, which dbt's tests need. */
        FIRST_RUN,
        /** Step 6: dbt source and staging models. */
        STAGING,
        /** The runbook's "Verification". */
        VERIFICATION
    }
}
