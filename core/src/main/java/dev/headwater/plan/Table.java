package dev.headwater.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of a source: what is loaded, how, and which columns its staging model shows. Immutable. */
public final class Table extends Settings<Table> {

    @NotBlank(message = "is blank; name the table as it is to be called in the warehouse") private String name;

    @NotBlank(message = "is blank; say in a sentence what one row is") private String description = "";

    private String entity = "";

    @Valid private @Nullable TableSettings settings;

    private LoadMode loadMode = LoadMode.REPLACE;

    private List<@NotBlank(message = "is blank; give the path of a raw field") String> primaryKey = List.of();

    @Pattern(
            regexp = FieldConstraints.NOT_BLANK,
            message = "is blank; name the raw field that grows with every change, or leave incremental out")
    private @Nullable String cursor;

    private List<@Valid Column> columns = List.of();

    private @Nullable Freshness freshness;
    private SortedSet<@NotBlank(message = "holds a blank; name the code of a finding, such as RB36") String> muted =
            Collections.emptySortedSet();

    private Table(String name) {
        this.name = name;
    }

    /** The same table by another name, to see what is derived from that. */
    Table called(String other) {
        Table called = copy();
        called.name = other;
        return called;
    }

    static <T extends TableSettings> Table of(String name, Consumer<Builder<T>> definition) {
        Builder<T> builder = new Builder<>(new Table(Objects.requireNonNullElse(name, "")));
        Objects.requireNonNull(definition, "definition").accept(builder);
        return builder.table.copy();
    }

    /**
     * The table's name in the warehouse, and the name of its dlt resource.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What one row is.
     *
     * @return the description
     */
    public String description() {
        return description;
    }

    /**
     * The word for one row, such as {@code contact}: the key's column is {@code <entity>_id} in staging.
     *
     * @return the entity; the table's name when nobody says otherwise
     */
    public String entity() {
        return entity.isBlank() ? name : entity;
    }

    /**
     * What the ingestion method needs to know of this table.
     *
     * @param type the settings' type, {@link IngestionMethod#tableSettings()}
     * @param <T> the settings' type
     * @return the settings; nothing when there are none, or none of that type, which a built plan never has
     */
    public <T extends TableSettings> Optional<T> settings(Class<T> type) {
        return type.isInstance(settings) ? Optional.of(type.cast(settings)) : Optional.empty();
    }

    /**
     * What a run does with the rows that are there already.
     *
     * @return the load mode; replace when nobody says otherwise
     */
    public LoadMode loadMode() {
        return loadMode;
    }

    /**
     * The raw fields that identify a row, nesting with dots.
     *
     * @return the paths; empty when there is no key
     */
    public List<String> primaryKey() {
        return primaryKey;
    }

    /**
     * The raw field that grows with every change, by which a run asks only for what is new.
     *
     * @return the path; empty for a full load
     */
    public Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }

    /**
     * The columns that the staging model shows.
     *
     * @return the columns, in the order in which they were defined
     */
    public List<Column> columns() {
        return columns;
    }

    /**
     * When dbt calls it stale.
     *
     * @return what somebody said; empty when it is judged as its source is
     */
    public Optional<Freshness> freshness() {
        return Optional.ofNullable(freshness);
    }

    /** {@return the codes of the findings about this table that are left out of previews} */
    public SortedSet<String> muted() {
        return muted;
    }

    @Nullable TableSettings rawSettings() {
        return settings;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    List<@Nullable Object> values() {
        return Arrays.asList(
                name, description, entity, settings, loadMode, primaryKey, cursor, columns, freshness, muted);
    }

    /** What a run does with the rows that are there already; dlt's write dispositions. */
    public enum LoadMode {
        /** The table is emptied first. */
        REPLACE,
        /** Rows are added. */
        APPEND,
        /** Rows are added, or replace the row with the same key. */
        MERGE
    }

    /**
     * Defines a table. Values are judged when the plan is built.
     *
     * @param <T> what the source's ingestion method needs to know of the table
     */
    public static final class Builder<T extends TableSettings> {

        private final Table table;

        private Builder(Table table) {
            this.table = table;
        }

        /**
         * Sets what one row is. One sentence that does not say "one row per" is followed by that and the
         * {@linkplain #entity entity} in the staging model.
         *
         * @param text a sentence, such as "One row per contact."
         * @return this builder
         */
        public Builder<T> description(String text) {
            table.description = Objects.requireNonNullElse(text, "");
            return this;
        }

        /**
         * Sets the word for one row.
         *
         * @param word lower-case singular, such as {@code contact}
         * @return this builder
         */
        public Builder<T> entity(String word) {
            table.entity = Objects.requireNonNullElse(word, "");
            return this;
        }

        /**
         * Sets where the rows come from.
         *
         * @param tableSettings what the ingestion method needs to know
         * @return this builder
         */
        public Builder<T> from(T tableSettings) {
            table.settings = Objects.requireNonNull(tableSettings, "tableSettings");
            return this;
        }

        /**
         * Loads all rows every time and replaces what is there.
         *
         * @return this builder
         */
        public Builder<T> replace() {
            table.loadMode = LoadMode.REPLACE;
            return this;
        }

        /**
         * Adds rows.
         *
         * @return this builder
         */
        public Builder<T> append() {
            table.loadMode = LoadMode.APPEND;
            return this;
        }

        /**
         * Adds rows, or replaces the row with the same key.
         *
         * @param key raw fields that identify a row
         * @return this builder
         */
        public Builder<T> merge(String... key) {
            table.loadMode = LoadMode.MERGE;
            return primaryKey(key);
        }

        /**
         * Sets the raw fields that identify a row, for tables that are replaced or appended.
         *
         * @param key raw fields that identify a row
         * @return this builder
         */
        public Builder<T> primaryKey(String... key) {
            table.primaryKey = Stream.of(Objects.requireNonNull(key, "key"))
                    .map(path -> Objects.requireNonNullElse(path, ""))
                    .toList();
            return this;
        }

        /**
         * Sets the raw field by which a run asks only for what is new.
         *
         * @param cursorField path of a raw field that grows with every change
         * @return this builder
         */
        public Builder<T> incremental(String cursorField) {
            table.cursor = Objects.requireNonNullElse(cursorField, "");
            return this;
        }

        /**
         * Sets when dbt calls the table stale, if it is not to be judged as its source is.
         *
         * @param what thresholds, or none
         * @return this builder
         */
        public Builder<T> freshness(Freshness what) {
            table.freshness = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Adds a column of the staging model.
         *
         * @param columnName the column's name in staging
         * @param definition what it comes from and what it is
         * @return this builder
         */
        public Builder<T> column(String columnName, Consumer<Column.Builder> definition) {
            table.columns = longer(table.columns, Column.of(columnName, definition));
            return this;
        }

        /**
         * Leaves findings about this table out of previews, once somebody has looked.
         *
         * @param codes codes of findings, such as {@code RB36}; one like {@code RB99} that no deviation has is a
         *     problem {@code mute.unknown}
         * @return this builder
         */
        public Builder<T> mute(String... codes) {
            table.muted = longer(table.muted, codes);
            return this;
        }
    }
}
