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
public final class Column {

    @NotBlank(message = "is blank; name the column as the staging model shows it") private final String name;

    @NotBlank(message = "is blank; give the path of the raw field, such as properties.email") private final String from;

    @NotNull(message = "is missing; say how the raw column arrives, such as ColumnType.STRING") private final @Nullable ColumnType type;

    private final String description;
    private final @Nullable Kind kind;

    private Column(String name, String from, @Nullable ColumnType type, String description, @Nullable Kind kind) {
        this.name = name;
        this.from = from;
        this.type = type;
        this.description = description;
        this.kind = kind;
    }

    static Column of(String name, Consumer<Builder> definition) {
        Builder builder = new Builder();
        Objects.requireNonNull(definition, "definition").accept(builder);
        String ofStaging = Objects.requireNonNullElse(name, "");
        String from = Objects.requireNonNullElse(builder.from, ofStaging);
        return new Column(ofStaging, from, builder.type, builder.description, builder.kind);
    }

    static Column ofKey(String name, String from) {
        return new Column(name, from, null, "", Kind.IDENTIFIER);
    }

    Column asIdentifier() {
        return kind == null ? new Column(name, from, type, description, Kind.IDENTIFIER) : this;
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
    public boolean equals(@Nullable Object other) {
        return other instanceof Column that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return name + " from " + from;
    }

    private List<@Nullable Object> values() {
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

        private @Nullable String from;
        private @Nullable ColumnType type;
        private String description = "";
        private @Nullable Kind kind;

        private Builder() {}

        /**
         * Sets the raw field.
         *
         * @param path the field as the source spells it, nesting with dots, such as {@code properties.email}
         * @return this builder
         */
        public Builder from(String path) {
            from = path;
            return this;
        }

        /**
         * Sets how the raw column arrives.
         *
         * @param columnType the type
         * @return this builder
         */
        public Builder type(ColumnType columnType) {
            type = Objects.requireNonNull(columnType, "columnType");
            return this;
        }

        /**
         * Sets what the column holds, for the documentation.
         *
         * @param text one sentence or a few
         * @return this builder
         */
        public Builder description(String text) {
            description = Objects.requireNonNullElse(text, "");
            return this;
        }

        /**
         * Sets the group in which the staging model lists the column.
         *
         * @param columnKind the kind
         * @return this builder
         */
        public Builder kind(Kind columnKind) {
            kind = Objects.requireNonNull(columnKind, "columnKind");
            return this;
        }
    }
}
