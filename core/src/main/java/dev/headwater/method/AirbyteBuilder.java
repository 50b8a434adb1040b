package dev.headwater.method;

import dev.headwater.method.Airbyte.Field;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defines a connector for {@link Airbyte}. Values are judged when the plan is built. */
public final class AirbyteBuilder {

    final String connector;
    String sourceType;

    @Nullable String destination;

    final List<Field> fields = new ArrayList<>();
    ManagedBy managedBy = ManagedBy.HAND;
    boolean scheduled;

    AirbyteBuilder(String connector) {
        this.connector = connector;
        this.sourceType =
                connector.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /**
     * Sets the connector's type, where it is not the name in lower case with hyphens.
     *
     * @param type such as {@code hubspot}
     * @return this builder
     */
    public AirbyteBuilder sourceType(String type) {
        sourceType = Objects.requireNonNullElse(type, "");
        return this;
    }

    /**
     * Sets the destination that all sources of the loader share; a second one is never made.
     *
     * @param name as Airbyte shows it; {@code snowflake-airbyte} for the loader {@code airbyte} when nobody says so
     * @return this builder
     */
    public AirbyteBuilder destination(String name) {
        destination = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets a field of the configuration. A field that looks like a credential is a problem {@code airbyte.credential},
     * one that is set twice or lies inside of another {@code airbyte.configuration}.
     *
     * @param path its place, nesting with dots, such as {@code credentials.credentials_title}
     * @param value its value
     * @return this builder
     */
    public AirbyteBuilder setting(String path, String value) {
        return field(path, Objects.requireNonNullElse(value, ""));
    }

    /**
     * Sets a field of the configuration.
     *
     * @param path its place, nesting with dots
     * @param value its value
     * @return this builder
     */
    public AirbyteBuilder setting(String path, long value) {
        return field(path, value);
    }

    /**
     * Sets a field of the configuration.
     *
     * @param path its place, nesting with dots
     * @param value its value
     * @return this builder
     */
    public AirbyteBuilder setting(String path, boolean value) {
        return field(path, value);
    }

    /**
     * Sets a field of the configuration.
     *
     * @param path its place, nesting with dots
     * @param values its elements
     * @return this builder
     */
    public AirbyteBuilder setting(String path, List<String> values) {
        return field(path, List.copyOf(Objects.requireNonNull(values, "values")));
    }

    /**
     * Names the secret that goes into a field. Its value stays in Airbyte, and in Terraform's state where that manages
     * the source.
     *
     * @param path its place, nesting with dots, such as {@code credentials.access_token}
     * @param secret the secret
     * @return this builder
     */
    public AirbyteBuilder secret(String path, Secret secret) {
        return field(path, Objects.requireNonNull(secret, "secret"));
    }

    private AirbyteBuilder field(String path, Object value) {
        fields.add(new Field(path, value));
        return this;
    }

    /**
     * Sets who makes source and connection; a person, when nobody says otherwise.
     *
     * @param who the way
     * @return this builder
     */
    public AirbyteBuilder managedBy(ManagedBy who) {
        managedBy = Objects.requireNonNull(who, "who");
        return this;
    }

    /**
     * Has Airbyte itself start the syncs, by the source's schedule as a Quartz expression. Then no flow is written
     * (RB21). A schedule that Quartz cannot express, or in another time zone than UTC, is a problem
     * {@code airbyte.schedule}.
     *
     * @return this builder
     */
    public AirbyteBuilder scheduledByAirbyte() {
        scheduled = true;
        return this;
    }
}
