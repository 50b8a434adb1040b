package dev.headwater.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of a source: what is loaded, how, and which columns its staging model shows. Immutable. */
public final class Table {

    @NotBlank(message = "is blank; name the table as it is to be called in the warehouse") private final String name;

    @NotBlank(message = "is blank; say in a sentence what one row is") private final String description;

    private final String entity;

    @Valid private final @Nullable TableSettings settings;

    private final LoadMode loadMode;

    private final List<@NotBlank(message = "is blank; give the path of a raw field") String> primaryKey;

    @Pattern(
            regexp = FieldConstraints.NOT_BLANK,
            message = "is blank; name the raw field that grows with every change, or leave incremental out")
    private final @Nullable String cursor;

    private final List<@Valid Column> columns;

    private final @Nullable Freshness freshness;
    private final SortedSet<@NotBlank(message = "holds a blank; name the code of a finding, such as RB36") String>
            muted;

    private Table(Builder<?> builder) {
        this.name = builder.name;
        this.description = builder.description;
        this.entity = builder.entity;
        this.settings = builder.settings;
        this.loadMode = builder.loadMode;
        this.primaryKey = List.copyOf(builder.primaryKey);
        this.cursor = builder.cursor;
        this.columns = List.copyOf(builder.columns);
        this.freshness = builder.freshness;
        this.muted = Collections.unmodifiableSortedSet(new TreeSet<>(builder.muted));
    }

    private Table(Table from, String name) {
        this.name = name;
        this.description = from.description;
        this.entity = from.entity;
        this.settings = from.settings;
        this.loadMode = from.loadMode;
        this.primaryKey = from.primaryKey;
        this.cursor = from.cursor;
        this.columns = from.columns;
        this.freshness = from.freshness;
        this.muted = from.muted;
    }

    /** The same table by another name, to see what is derived from that. */
    Table called(String other) {
        return new Table(this, other);
    }

    static <T extends TableSettings> Table of(String name, Consumer<Builder<T>> definition) {
        Builder<T> builder = new Builder<>(Objects.requireNonNullElse(name, ""));
        Objects.requireNonNull(definition, "definition").accept(builder);
        return new Table(builder);
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
    public boolean equals(@Nullable Object other) {
        return other instanceof Table that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private List<@Nullable Object> values() {
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

        private final String name;
        private String description = "";
        private String entity = "";
        private @Nullable T settings;
        private LoadMode loadMode = LoadMode.REPLACE;
        private List<String> primaryKey = List.of();
        private @Nullable String cursor;
        private final List<Column> columns = new ArrayList<>();
        private @Nullable Freshness freshness;
        private final SortedSet<String> muted = new TreeSet<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets what one row is. One sentence that does not say "one row per" is followed by that and the
         * {@linkplain #entity entity} in the staging model.
         *
         * @param text a sentence, such as "One row per contact."
         * @return this builder
         */
        public Builder<T> description(String text) {
            description = Objects.requireNonNullElse(text, "");
            return this;
        }

        /**
         * Sets the word for one row.
         *
         * @param word lower-case singular, such as {@code contact}
         * @return this builder
         */
        public Builder<T> entity(String word) {
            entity = Objects.requireNonNullElse(word, "");
            return this;
        }

        /**
         * Sets where the rows come from.
         *
         * @param tableSettings what the ingestion method needs to know
         * @return this builder
         */
        public Builder<T> from(T tableSettings) {
            settings = Objects.requireNonNull(tableSettings, "tableSettings");
            return this;
        }

        /**
         * Loads all rows every time and replaces what is there.
         *
         * @return this builder
         */
        public Builder<T> replace() {
            loadMode = LoadMode.REPLACE;
            return this;
        }

        /**
         * Adds rows.
         *
         * @return this builder
         */
        public Builder<T> append() {
            loadMode = LoadMode.APPEND;
            return this;
        }

        /**
         * Adds rows, or replaces the row with the same key.
         *
         * @param key raw fields that identify a row
         * @return this builder
         */
        public Builder<T> merge(String... key) {
            loadMode = LoadMode.MERGE;
            return primaryKey(key);
        }

        /**
         * Sets the raw fields that identify a row, for tables that are replaced or appended.
         *
         * @param key raw fields that identify a row
         * @return this builder
         */
        public Builder<T> primaryKey(String... key) {
            primaryKey = Stream.of(Objects.requireNonNull(key, "key"))
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
            cursor = Objects.requireNonNullElse(cursorField, "");
            return this;
        }

        /**
         * Sets when dbt calls the table stale, if it is not to be judged as its source is.
         *
         * @param what thresholds, or none
         * @return this builder
         */
        public Builder<T> freshness(Freshness what) {
            freshness = Objects.requireNonNull(what, "what");
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
            columns.add(Column.of(columnName, definition));
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
            muted.addAll(Stream.of(Objects.requireNonNull(codes, "codes"))
                    .map(code -> Objects.requireNonNullElse(code, ""))
                    .toList());
            return this;
        }
    }
}
