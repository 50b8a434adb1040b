package dev.headwater.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A system whose data is brought in: one schema, one pipeline, one deployment, one dbt source. Immutable. */
public final class Source extends Settings<Source> {

    @NotBlank(message = "is blank; name the source, such as hubspot") private String name;

    private String displayName = "";

    @Valid private IngestionMethod<?> method;

    @Valid private Schedule schedule = Schedule.dailyAt("07:00");

    private @Nullable Freshness freshness;

    private @Nullable MethodChoice choice;

    @NotEmpty(message = "is empty; a source has at least one table") private List<@Valid Table> tables = List.of();

    private SortedSet<@NotBlank(message = "holds a blank; name the code of a finding, such as RB35") String> muted =
            Collections.emptySortedSet();

    private Source(String name, IngestionMethod<?> method) {
        this.name = name;
        this.method = method;
    }

    /**
     * Makes a source outside a plan, for callers that learn the method only at run time.
     *
     * @param name the source's name
     * @param method how its data gets in
     * @param definition its schedule and tables
     * @param <T> what the method needs to know of each table
     * @return the source; it is judged when a plan with it is built
     */
    public static <T extends TableSettings> Source of(
            String name, IngestionMethod<T> method, Consumer<Builder<T>> definition) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(definition, "definition");
        return new Source(Objects.requireNonNullElse(name, ""), method).changed(definition);
    }

    <T extends TableSettings> Source changed(Consumer<Builder<T>> change) {
        Builder<T> builder = new Builder<>(copy());
        change.accept(builder);
        return builder.source.copy();
    }

    /**
     * The same source by another method, such as one that has learned a value which only the first phase could tell.
     *
     * @param other the method; its {@link IngestionMethod#tableSettings() settings} must be those of the tables
     * @return the changed source
     */
    public Source with(IngestionMethod<?> other) {
        Source with = copy();
        with.method = Objects.requireNonNull(other, "other");
        return with;
    }

    /** The same source by another name, to see what is derived from that. */
    Source called(String other) {
        Source called = copy();
        called.name = other;
        return called;
    }

    /**
     * The source's name.
     *
     * @return the name, such as {@code hubspot}
     */
    public String name() {
        return name;
    }

    /**
     * The source's name for people.
     *
     * @return the display name, such as {@code HubSpot}; the name when nobody says otherwise
     */
    public String displayName() {
        return displayName.isBlank() ? name : displayName;
    }

    /**
     * How the data gets in.
     *
     * @return the ingestion method
     */
    public IngestionMethod<?> method() {
        return method;
    }

    /**
     * When it runs.
     *
     * @return the schedule; daily at 07:00 UTC, as in the runbook, when nobody says otherwise
     */
    public Schedule schedule() {
        return schedule;
    }

    /**
     * When dbt calls it stale.
     *
     * @return what somebody said; empty when the schedule tells
     */
    public Optional<Freshness> freshness() {
        return Optional.ofNullable(freshness);
    }

    /**
     * What is known of it, by which its method can be chosen.
     *
     * @return what somebody said; empty when nobody did
     */
    public Optional<MethodChoice> choice() {
        return Optional.ofNullable(choice);
    }

    /**
     * What is loaded.
     *
     * @return the tables, in the order in which they were defined
     */
    public List<Table> tables() {
        return tables;
    }

    /** {@return the codes of the findings about this source and its tables that are left out of previews} */
    public SortedSet<String> muted() {
        return muted;
    }

    /**
     * The columns of a table's staging model: those of the key that nobody defined, then the defined ones.
     *
     * @param table a table of this source
     * @return the columns; those of the key have the kind identifier
     */
    public List<Column> stagingColumns(Table table) {
        List<Column> all = new ArrayList<>();
        List<String> key = table.primaryKey();
        for (String field : key) {
            if (table.columns().stream().noneMatch(column -> column.from().equals(field))) {
                all.add(Column.ofKey(
                        key.size() == 1
                                ? table.entity() + "_id"
                                : method.rawField(field).name(),
                        field));
            }
        }
        for (Column column : table.columns()) {
            all.add(key.contains(column.from()) ? column.asIdentifier() : column);
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    List<@Nullable Object> values() {
        return Arrays.asList(name, displayName, method, schedule, freshness, choice, tables, muted);
    }

    /**
     * Defines a source. Values are judged when the plan is built.
     *
     * @param <T> what the ingestion method needs to know of each table
     */
    public static final class Builder<T extends TableSettings> {

        private final Source source;

        private Builder(Source source) {
            this.source = source;
        }

        /**
         * Sets the name for people.
         *
         * @param text such as {@code HubSpot}
         * @return this builder
         */
        public Builder<T> displayName(String text) {
            source.displayName = Objects.requireNonNullElse(text, "");
            return this;
        }

        /**
         * Sets when the source is loaded.
         *
         * @param when the schedule
         * @return this builder
         */
        public Builder<T> schedule(Schedule when) {
            source.schedule = Objects.requireNonNull(when, "when");
            return this;
        }

        /**
         * Sets when dbt calls the source stale, if the schedule is not to tell.
         *
         * @param what thresholds, runs instead of rows, or none
         * @return this builder
         */
        public Builder<T> freshness(Freshness what) {
            source.freshness = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Sets what is known of the source, so that the runbook says which method its table recommends; where that is
         * not the method of the plan, there is a finding {@code choice.other-method}.
         *
         * @param what what is known
         * @return this builder
         */
        public Builder<T> choice(MethodChoice what) {
            source.choice = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Adds a table.
         *
         * @param name the table's name in the warehouse
         * @param definition what it is and where its rows come from
         * @return this builder
         */
        public Builder<T> table(String name, Consumer<Table.Builder<T>> definition) {
            return table(Table.of(name, definition));
        }

        /**
         * Adds a table that another plan or source has.
         *
         * @param table the table; its settings must be of the method's type
         * @return this builder
         */
        public Builder<T> table(Table table) {
            source.tables = longer(source.tables, Objects.requireNonNull(table, "table"));
            return this;
        }

        /**
         * Leaves a table out.
         *
         * @param name the table's name
         * @return this builder
         */
        public Builder<T> removeTable(String name) {
            source.tables = source.tables.stream()
                    .filter(table -> !table.name().equals(name))
                    .toList();
            return this;
        }

        /**
         * Leaves findings about this source and its tables out of previews, once somebody has looked.
         *
         * @param codes codes of findings, such as {@code RB35}; one like {@code RB99} that no deviation has is a
         *     problem {@code mute.unknown}
         * @return this builder
         */
        public Builder<T> mute(String... codes) {
            source.muted = longer(source.muted, codes);
            return this;
        }
    }
}
