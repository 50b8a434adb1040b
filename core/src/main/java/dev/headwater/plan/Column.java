package dev.headwater.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A column of a staging model, and the raw field that it comes from. Immutable. */
public final class Column extends Settings<Column> {

    @NotBlank(message = "is blank; name the column as the staging model shows it") private String name;

    @NotBlank(message = "is blank; give the path of the raw field, such as properties.email") private String from;

    @NotNull(message = "is missing; say how the raw column arrives, such as ColumnType.STRING") private @Nullable ColumnType type;

    private String description = "";
    private @Nullable Kind kind;

    private Column(String name, String from) {
        this.name = name;
        this.from = from;
    }

    static Column of(String name, Consumer<Builder> definition) {
        String ofStaging = Objects.requireNonNullElse(name, "");
        return new Column(ofStaging, ofStaging).changed(Objects.requireNonNull(definition, "definition"));
    }

    static Column ofKey(String name, String from) {
        return new Column(name, from).asIdentifier();
    }

    Column asIdentifier() {
        return kind == null ? changed(column -> column.kind(Kind.IDENTIFIER)) : this;
    }

    private Column changed(Consumer<Builder> changes) {
        Builder builder = new Builder(copy());
        changes.accept(builder);
        return builder.column.copy();
    }

    /**
     * The column's name in the staging model.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The raw field, its nesting with dots, as the source spells it: {@code properties.email}. It is the column's name
     * when nobody says otherwise.
     *
     * @return the path
     */
    public String from() {
        return from;
    }

    /**
     * How the raw column arrives.
     *
     * @return the type; empty only for the column of a key that nobody defined
     */
    public Optional<ColumnType> type() {
        return Optional.ofNullable(type);
    }

    /**
     * What the column holds, for the documentation.
     *
     * @return the description, if there is one
     */
    public Optional<String> description() {
        return description.isBlank() ? Optional.empty() : Optional.of(description);
    }

    /**
     * The group in which the staging model lists the column.
     *
     * @return the kind; {@link ColumnType#usualKind()} when nobody says otherwise
     */
    public Kind kind() {
        return kind != null ? kind : type == null ? Kind.DIMENSION : type.usualKind();
    }

    @Override
    public String toString() {
        return name + " from " + from;
    }

    @Override
    List<@Nullable Object> values() {
        return Arrays.asList(name, from, type, description, kind);
    }

    /** The group in which a staging model lists a column, in the order of the groups. */
    public enum Kind {
        /** Identifies the row or another one. */
        IDENTIFIER,
        /** Describes. */
        DIMENSION,
        /** True or false. */
        BOOLEAN,
        /** Can be summed or averaged. */
        MEASURE,
        /** A date or a point in time. */
        TIMESTAMP
    }

    /** Defines a column. Values are judged when the plan is built. */
    public static final class Builder {

        private final Column column;

        private Builder(Column column) {
            this.column = column;
        }

        /**
         * Sets the raw field.
         *
         * @param path the field as the source spells it, nesting with dots, such as {@code properties.email}
         * @return this builder
         */
        public Builder from(String path) {
            column.from = Objects.requireNonNullElse(path, column.name);
            return this;
        }

        /**
         * Sets how the raw column arrives.
         *
         * @param columnType the type
         * @return this builder
         */
        public Builder type(ColumnType columnType) {
            column.type = Objects.requireNonNull(columnType, "columnType");
            return this;
        }

        /**
         * Sets what the column holds, for the documentation.
         *
         * @param text one sentence or a few
         * @return this builder
         */
        public Builder description(String text) {
            column.description = Objects.requireNonNullElse(text, "");
            return this;
        }

        /**
         * Sets the group in which the staging model lists the column.
         *
         * @param columnKind the kind
         * @return this builder
         */
        public Builder kind(Kind columnKind) {
            column.kind = Objects.requireNonNull(columnKind, "columnKind");
            return this;
        }
    }
}
