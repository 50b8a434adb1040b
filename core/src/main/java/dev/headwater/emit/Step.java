package dev.headwater.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person or a machine does besides merging text: a step of the runbook. Equal steps of several
 * emitters are one step. Immutable.
 *
 * <pre>{@code
 * Scope crm = Scope.loader("dlt").source("crm");
 * Step.command(crm, "crm.load", Step.Stage.FIRST_RUN, "Load it once", "python -m pipelines.crm\n")
 *         .after("terraform.merge")
 *         .covers(new Address.File("pipelines/crm.py"));
 * }</pre>
 */
public final class Step {

    private final List<Scope> scopes;
    private final Optional<String> repository;
    private final String id;
    private final Kind kind;
    private final Stage stage;
    private final String title;
    private final String note;
    private final String body;
    private final List<String> after;
    private final List<Address> covers;
    private final @Nullable Step undo;
    private final List<String> learned;

    private Step(
            List<Scope> scopes,
            Optional<String> repository,
            String id,
            Kind kind,
            Stage stage,
            String title,
            String note,
            String body,
            List<String> after,
            List<Address> covers,
            @Nullable Step undo,
            List<String> learned) {
        this.scopes = scopes;
        this.repository = repository;
        this.id = id;
        this.kind = kind;
        this.stage = stage;
        this.title = title;
        this.note = note;
        this.body = body;
        this.after = after;
        this.covers = covers;
        this.undo = undo;
        this.learned = learned;
    }

    private static Step of(Scope scope, String id, Kind kind, Stage stage, String title, String body) {
        return new Step(
                List.of(scope),
                Optional.empty(),
                id,
                kind,
                stage,
                title,
                "",
                body,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /**
     * Commands for a shell.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique in a runbook, such as {@code terraform.validate}
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param script shell commands, one a line; values are encoded already
     * @return the step
     */
    public static Step command(Scope scope, String id, Stage stage, String title, String script) {
        return of(scope, id, Kind.COMMAND, stage, title, script);
    }

    /**
     * Statements for Snowflake.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique in a runbook
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param script SQL statements; values are encoded already
     * @return the step
     */
    public static Step sql(Scope scope, String id, Stage stage, String title, String script) {
        return of(scope, id, Kind.SQL, stage, title, script);
    }

    /**
     * Something that only a person can do.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique in a runbook
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param markdown how
     * @return the step
     */
    public static Step manual(Scope scope, String id, Stage stage, String title, String markdown) {
        return of(scope, id, Kind.MANUAL, stage, title, markdown);
    }

    /**
     * A gate: what comes after it waits until a pull request has been merged and its automation has finished.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique in a runbook, such as {@code terraform.merge}
     * @param stage where in the runbook it belongs
     * @param title what is merged, as a short sentence without a full stop; Markdown
     * @param markdown how to see that it is through
     * @return the step
     */
    public static Step merge(Scope scope, String id, Stage stage, String title, String markdown) {
        return of(scope, id, Kind.MERGE, stage, title, markdown);
    }

    /**
     * The same, with what to know before it is done, for steps whose body is a script.
     *
     * @param markdown one sentence or a few
     * @return the changed step
     */
    public Step note(String markdown) {
        return new Step(scopes, repository, id, kind, stage, title, markdown, body, after, covers, undo, learned);
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
        return new Step(
                scopes, repository, id, kind, stage, title, note, body, List.copyOf(longer), covers, undo, learned);
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
        return new Step(
                scopes, repository, id, kind, stage, title, note, body, after, List.copyOf(longer), undo, learned);
    }

    /**
     * The same, with a way back.
     *
     * @param step what undoes it
     * @return the changed step
     */
    public Step undoneBy(Step step) {
        return new Step(scopes, repository, id, kind, stage, title, note, body, after, covers, step, learned);
    }

    /**
     * The same, known to yield values that the next plan needs.
     *
     * @param values what is learned, such as {@code notification_channel}
     * @return the changed step
     */
    public Step learns(String... values) {
        return new Step(scopes, repository, id, kind, stage, title, note, body, after, covers, undo, List.of(values));
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
     * The values that it yields for the next plan.
     *
     * @return what is learned; empty when nothing is
     */
    public List<String> learned() {
        return learned;
    }

    /** {@return whom it is done for} */
    public List<Scope> scopes() {
        return scopes;
    }

    /** {@return the name of the repository whose emitter asked for it, which {@link #covers()} is about} */
    public Optional<String> repository() {
        return repository;
    }

    /**
     * The same, asked for by an emitter of a repository.
     *
     * @param name name of the repository
     * @return the changed step
     */
    public Step in(String name) {
        return new Step(scopes, Optional.of(name), id, kind, stage, title, note, body, after, covers, undo, learned);
    }

    /**
     * This step and others that say the same, as one step: about everything, and for everybody, that any of them is.
     *
     * @param others steps of the same id
     * @return the joined step
     * @throws IllegalArgumentException when another one says something else
     */
    public Step join(List<Step> others) {
        if (others.stream().anyMatch(other -> !said().equals(other.said()))) {
            throw new IllegalArgumentException("two different steps are called " + id);
        }
        return new Step(
                union(others, Step::scopes),
                repository,
                id,
                kind,
                stage,
                title,
                note,
                body,
                union(others, Step::after),
                union(others, Step::covers),
                undo,
                learned);
    }

    private <E> List<E> union(List<Step> others, Function<Step, List<E>> part) {
        return Stream.concat(Stream.of(this), others.stream())
                .flatMap(step -> part.apply(step).stream())
                .distinct()
                .toList();
    }

    /** What two steps of one id must agree on. */
    private List<@Nullable Object> said() {
        return Arrays.asList(id, kind, stage, title, note, body, undo == null ? null : undo.said(), learned);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Step that
                && said().equals(that.said())
                && scopes.equals(that.scopes)
                && repository.equals(that.repository)
                && after.equals(that.after)
                && covers.equals(that.covers);
    }

    @Override
    public int hashCode() {
        return said().hashCode();
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
