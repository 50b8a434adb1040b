package dev.headwater.emit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
 *         .waitsFor(Step.Milestone.DEPLOYED)
 *         .reaches(Step.Milestone.LOADED)
 *         .covers(new Address.File("pipelines/crm.py"));
 * }</pre>
 */
public final class Step {

    private List<Scope> scopes;
    private Optional<String> repository = Optional.empty();
    private Optional<String> emitter = Optional.empty();
    private final String id;
    private final Kind kind;
    private final Stage stage;
    private final String title;
    private String note = "";
    private final String body;
    private List<String> after = List.of();
    private List<MilestoneOf> awaited = List.of();
    private List<MilestoneOf> reached = List.of();
    private List<Address> covers = List.of();
    private @Nullable Step undo;
    private List<String> learned = List.of();

    private Step(Scope scope, String id, Kind kind, Stage stage, String title, String body) {
        this.scopes = List.of(Objects.requireNonNull(scope, "scope"));
        this.id = Objects.requireNonNull(id, "id");
        this.kind = kind;
        this.stage = Objects.requireNonNull(stage, "stage");
        this.title = Objects.requireNonNull(title, "title");
        this.body = body;
    }

    private Step(Step other) {
        this.scopes = other.scopes;
        this.repository = other.repository;
        this.emitter = other.emitter;
        this.id = other.id;
        this.kind = other.kind;
        this.stage = other.stage;
        this.title = other.title;
        this.note = other.note;
        this.body = other.body;
        this.after = other.after;
        this.awaited = other.awaited;
        this.reached = other.reached;
        this.covers = other.covers;
        this.undo = other.undo;
        this.learned = other.learned;
    }

    /** A copy that differs; nobody else has it yet. */
    private Step with(Consumer<Step> change) {
        Step copy = new Step(this);
        change.accept(copy);
        return copy;
    }

    /**
     * Commands for a shell.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique among those of its repository, such as {@code terraform.validate}
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param script shell commands, one a line; values are encoded already
     * @return the step
     */
    public static Step command(Scope scope, String id, Stage stage, String title, String script) {
        return new Step(scope, id, Kind.COMMAND, stage, title, Objects.requireNonNull(script, "script"));
    }

    /**
     * Statements for Snowflake.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique among those of its repository
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param script SQL statements; values are encoded already
     * @return the step
     */
    public static Step sql(Scope scope, String id, Stage stage, String title, String script) {
        return new Step(scope, id, Kind.SQL, stage, title, Objects.requireNonNull(script, "script"));
    }

    /**
     * Something that only a person can do.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique among those of its repository
     * @param stage where in the runbook it belongs
     * @param title what is done or seen, as a short sentence without a full stop; Markdown
     * @param markdown how
     * @return the step
     */
    public static Step manual(Scope scope, String id, Stage stage, String title, String markdown) {
        return new Step(scope, id, Kind.MANUAL, stage, title, Objects.requireNonNull(markdown, "markdown"));
    }

    /**
     * A gate: what comes after it waits until a pull request has been merged and its automation has finished.
     *
     * @param scope whom it is done for
     * @param id stable name of the step, unique among those of its repository, such as {@code terraform.merge}
     * @param stage where in the runbook it belongs
     * @param title what is merged, as a short sentence without a full stop; Markdown
     * @param markdown how to see that it is through
     * @return the step
     */
    public static Step merge(Scope scope, String id, Stage stage, String title, String markdown) {
        return new Step(scope, id, Kind.MERGE, stage, title, Objects.requireNonNull(markdown, "markdown"));
    }

    /**
     * The same, with what to know before it is done, for steps whose body is a script.
     *
     * @param markdown one sentence or a few
     * @return the changed step
     */
    public Step note(String markdown) {
        Objects.requireNonNull(markdown, "markdown");
        return with(copy -> copy.note = markdown);
    }

    /**
     * The same, to be done after others of the same emitter. A step that is not in the runbook is waited for by nobody,
     * and one of the verification only by others of the verification; what other emitters do is waited for with
     * {@link #waitsFor}.
     *
     * @param ids names of the other steps
     * @return the changed step
     */
    public Step after(String... ids) {
        return with(copy -> copy.after = longer(after, all(ids, "ids")));
    }

    /**
     * The same, to be done when milestones of its scope have been reached, whoever does that. Where no step of the
     * runbook reaches one, or only the verification does, which comes last, the step says so as a condition.
     *
     * @param milestones what has to be true before
     * @return the changed step
     */
    public Step waitsFor(Milestone... milestones) {
        return with(copy -> copy.awaited = longer(awaited, of(milestones)));
    }

    /**
     * The same, known to reach milestones for its scope. A milestone is reached when all steps that reach it are done.
     *
     * @param milestones what is true afterwards
     * @return the changed step
     */
    public Step reaches(Milestone... milestones) {
        return with(copy -> copy.reached = longer(reached, of(milestones)));
    }

    private List<MilestoneOf> of(Milestone... milestones) {
        return all(milestones, "milestones").stream()
                .flatMap(milestone -> scopes.stream().map(scope -> new MilestoneOf(milestone, scope)))
                .toList();
    }

    private static <E> List<E> all(E[] values, String argument) {
        for (E value : Objects.requireNonNull(values, argument)) {
            Objects.requireNonNull(value, argument);
        }
        return List.of(values);
    }

    private static <E> List<E> longer(List<E> list, List<E> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }

    /**
     * The same, known to be about things in the repository.
     *
     * @param addresses what it puts to work or checks
     * @return the changed step
     */
    public Step covers(Address... addresses) {
        return with(copy -> copy.covers = longer(covers, all(addresses, "addresses")));
    }

    /**
     * The same, with a way back.
     *
     * @param step what undoes it
     * @return the changed step
     */
    public Step undoneBy(Step step) {
        Objects.requireNonNull(step, "step");
        return with(copy -> copy.undo = step);
    }

    /**
     * The same, known to yield values that the next plan needs.
     *
     * @param values what is learned, such as {@code notification_channel}
     * @return the changed step
     */
    public Step learns(String... values) {
        return with(copy -> copy.learned = all(values, "values"));
    }

    /** {@return the step's stable name} */
    public String id() {
        return id;
    }

    /** {@return what the step's body is} */
    public Kind kind() {
        return kind;
    }

    /** {@return where in the runbook it belongs} */
    public Stage stage() {
        return stage;
    }

    /** {@return what is done, as a short sentence without a full stop; Markdown} */
    public String title() {
        return title;
    }

    /** {@return what to know before it is done; Markdown, may be empty} */
    public String note() {
        return note;
    }

    /** {@return how it is done: a script for commands and SQL, else Markdown} */
    public String body() {
        return body;
    }

    /** {@return the names of the steps of its emitter that it comes after} */
    public List<String> after() {
        return after;
    }

    /** {@return what has to be true before, and for whom} */
    public List<MilestoneOf> awaited() {
        return awaited;
    }

    /** {@return what is true afterwards, and for whom} */
    public List<MilestoneOf> reached() {
        return reached;
    }

    /** {@return what it puts to work or checks, as addresses in the emitter's repository} */
    public List<Address> covers() {
        return covers;
    }

    /** {@return how it is undone, if there is a way back} */
    public Optional<Step> undo() {
        return Optional.ofNullable(undo);
    }

    /** {@return the values that it yields for the next plan} */
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
     * @param by name of the emitter
     * @return the changed step
     */
    public Step in(String name, String by) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(by, "by");
        return with(copy -> {
            copy.repository = Optional.of(name);
            copy.emitter = Optional.of(by);
        });
    }

    /** {@return the step's id and who asked for it, as messages name it} */
    public String called() {
        return id
                + emitter.map(name -> " of the emitter \"" + name + "\"").orElse("")
                + repository.map(name -> " in \"" + name + "\"").orElse("");
    }

    /**
     * This step and others that say the same, as one step: about everything, and for everybody, that any of them is.
     *
     * @param others steps of the same id
     * @return the joined step
     * @throws IllegalArgumentException when another one says something else
     */
    public Step join(List<Step> others) {
        for (Step other : others) {
            if (!said().equals(other.said())) {
                throw new IllegalArgumentException("Two different steps have the id " + id + ": " + called() + ", and "
                        + other.called() + "; give one of them another id.");
            }
        }
        return with(joined -> {
            joined.scopes = union(others, Step::scopes);
            joined.after = union(others, Step::after);
            joined.awaited = union(others, Step::awaited);
            joined.reached = union(others, Step::reached);
            joined.covers = union(others, Step::covers);
        });
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
                && emitter.equals(that.emitter)
                && after.equals(that.after)
                && awaited.equals(that.awaited)
                && reached.equals(that.reached)
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

    /** What is true of a source at some time, whoever sees to it. */
    public enum Milestone {
        /** What Terraform describes is there. */
        APPLIED,
        /** Keys and secrets are where the work looks for them. */
        CREDENTIALS_STORED,
        /** What loads the data is where it runs. */
        DEPLOYED,
        /** The data is in its raw tables. */
        LOADED,
        /** The staging models are in production. */
        BUILT
    }

    /**
     * A milestone of a loader or of one of its sources.
     *
     * @param milestone what is true
     * @param scope of whom
     */
    public record MilestoneOf(Milestone milestone, Scope scope) {}

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
