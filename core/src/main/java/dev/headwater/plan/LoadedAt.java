package dev.headwater.plan;

import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How dbt learns when data was loaded (step 6, RB13). Immutable. */
public final class LoadedAt {

    @Pattern(regexp = FieldConstraints.NOT_BLANK, message = "is blank; name the column, such as _dlt_load_time") private final @Nullable String column;

    private final boolean stamped;

    @Pattern(regexp = FieldConstraints.NOT_BLANK, message = "is blank; give the SQL, or LoadedAt.unknown()")
    private final @Nullable String expression;

    @Pattern(regexp = FieldConstraints.NOT_BLANK, message = "is blank; give the SQL, or LoadedAt.unknown()")
    private final @Nullable String query;

    private LoadedAt(@Nullable String column, boolean stamped, @Nullable String expression, @Nullable String query) {
        this.column = column;
        this.stamped = stamped;
        this.expression = expression;
        this.query = query;
    }

    /**
     * The tool writes a column by itself.
     *
     * @param column such as {@code _airbyte_extracted_at}
     * @return the way
     */
    public static LoadedAt writtenTo(String column) {
        return new LoadedAt(Objects.requireNonNullElse(column, ""), false, null, null);
    }

    /**
     * The emitted pipeline writes a column, because the tool does not.
     *
     * @param column such as {@code _dlt_load_time}
     * @return the way
     */
    public static LoadedAt stampedInto(String column) {
        return new LoadedAt(Objects.requireNonNullElse(column, ""), true, null, null);
    }

    /**
     * An expression over a row's columns tells it. dbt reads Jinja in it.
     *
     * @param sql gives a timestamp, such as {@code to_timestamp(cast(split_part(_dlt_load_id, '.', 1) as bigint))},
     *     which ran on tables that dlt 1.31 had loaded
     * @return the way
     */
    public static LoadedAt expression(String sql) {
        return new LoadedAt(null, false, Objects.requireNonNullElse(sql, ""), null);
    }

    /**
     * A query tells it for a whole source (dbt 1.10 and later). dbt reads Jinja in it, with {@code this} for the table.
     *
     * @param sql gives one timestamp, such as {@code select max(inserted_at) from {{ this.database }}.{{ this.schema
     *     }}._dlt_loads where status = 0}, which tells when dlt last wrote anything
     * @return the way
     */
    public static LoadedAt query(String sql) {
        return new LoadedAt(null, false, null, Objects.requireNonNullElse(sql, ""));
    }

    /**
     * Nothing tells when data was loaded.
     *
     * @return the way
     */
    public static LoadedAt unknown() {
        return new LoadedAt(null, false, null, null);
    }

    /**
     * The column with the load time.
     *
     * @return the column; empty when there is none
     */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /**
     * The column that the emitted pipeline writes.
     *
     * @return the column; empty when the tool writes it, or there is none
     */
    public Optional<String> stamp() {
        return stamped ? column() : Optional.empty();
    }

    /**
     * What dbt takes as {@code loaded_at_field}.
     *
     * @return a column or an expression
     */
    public Optional<String> field() {
        return column().or(() -> Optional.ofNullable(expression));
    }

    /**
     * What dbt takes as {@code loaded_at_query}.
     *
     * @return a query
     */
    public Optional<String> query() {
        return Optional.ofNullable(query);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoadedAt that
                && stamped == that.stamped
                && Objects.equals(column, that.column)
                && Objects.equals(expression, that.expression)
                && Objects.equals(query, that.query);
    }

    @Override
    public int hashCode() {
        return Objects.hash(column, stamped, expression, query);
    }

    @Override
    public String toString() {
        return field().or(this::query).orElse("unknown") + (stamped ? " (stamped)" : "");
    }
}
