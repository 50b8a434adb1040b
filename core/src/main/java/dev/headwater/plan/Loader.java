package dev.headwater.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tool that fills one database, and how it shows up in the platform: database, service account, when a row was
 * loaded, the credentials it reads, who schedules it. Data, not behaviour: how data gets in is the
 * {@link IngestionMethod}'s business, and both must name the same tool. Immutable.
 */
public final class Loader extends Settings<Loader> {

    /** The key that takes the private key of a new loader. */
    static final String PRIVATE_KEY = "private_key";

    /** In which JSON each tool looks for its Snowflake credentials. */
    private static final Map<String, List<String>> CREDENTIALS = Map.of(
            "dlt", List.of("database", "warehouse", "role", "username", "host", "private_key"),
            "airbyte", List.of("account", "username", "private_key", "database", "warehouse", "role"),
            "kafka_connect", List.of("account", "user", "private_key", "database", "schema", "warehouse", "role"));

    /** The runbook's, for a tool of which nothing is known. */
    private static final List<String> KEY_PAIR = List.of("account", "user", "private_key");

    @NotBlank(message = "is blank; name the loader, such as dlt") private String name;

    private @Nullable String displayName;

    @Pattern(regexp = FieldConstraints.NOT_BLANK, message = "is blank; name the tool, such as dlt, or leave it out") private @Nullable String tool;

    @Pattern(regexp = FieldConstraints.NOT_BLANK, message = "is blank; give a value, or leave it out") private @Nullable String database;

    @Pattern(regexp = FieldConstraints.NOT_BLANK, message = "is blank; give a value, or leave it out") private @Nullable String serviceAccount;

    private boolean withoutServiceAccount;

    @Valid private LoadedAt loadedAt = LoadedAt.unknown();

    @NotEmpty(message = "is empty; name the keys under which the loader finds its credentials") private List<
                    @Pattern(
                            regexp = "[A-Za-z_][A-Za-z0-9_]*",
                            message = "is not the key of a credential; write letters, digits and _, as the loader reads"
                                    + " it, such as private_key")
                    String>
            credentialFields;

    private Scheduler scheduler = Scheduler.PREFECT;
    private boolean isNew;

    private Loader(String name) {
        this.name = name;
        this.credentialFields = usual();
    }

    /**
     * dlt: APIs, databases and simple sources, database {@code DLT}. dlt writes no load time of its own; the emitted
     * source stamps {@code _dlt_load_time}, so that the runbook's line is true (RB13).
     *
     * @return the loader
     */
    public static Loader dlt() {
        return named("dlt", loader -> loader.loadedAt(LoadedAt.stampedInto("_dlt_load_time")));
    }

    /**
     * Airbyte: complex SaaS tools, database {@code AIRBYTE}.
     *
     * @return the loader
     */
    public static Loader airbyte() {
        return named(
                "airbyte",
                loader -> loader.displayName("Airbyte").loadedAt(LoadedAt.writtenTo("_airbyte_extracted_at")));
    }

    /**
     * Snowpipe: files, database {@code SNOWPIPE}. A pipe runs as its owner; there is no service account (RB24).
     *
     * @return the loader
     */
    public static Loader snowpipe() {
        return named(
                "snowpipe",
                loader -> loader.displayName("Snowpipe")
                        .withoutServiceAccount()
                        .loadedAt(LoadedAt.writtenTo("_loaded_at")));
    }

    /**
     * Kafka Connect: event streams, database {@code STREAMING}, account {@code SVC_KAFKA_CONNECTOR} (RB24).
     *
     * @return the loader
     */
    public static Loader kafkaConnect() {
        return named(
                "streaming",
                loader -> loader.displayName("Kafka Connect")
                        .tool("kafka_connect")
                        .serviceAccount("SVC_KAFKA_CONNECTOR")
                        .scheduledBy(Scheduler.LOADER));
    }

    /**
     * Any other tool. Without further words it is new to nobody: database and account are derived from the name, it
     * tells no load time, and Prefect schedules it.
     *
     * @param name lower-case name, such as {@code fivetran}
     * @param definition what differs
     * @return the loader
     */
    public static Loader named(String name, Consumer<Builder> definition) {
        Loader unlike = new Loader(Objects.requireNonNullElse(name, ""));
        return unlike.changed(Objects.requireNonNull(definition, "definition"));
    }

    /**
     * The same loader, to be created: the plan writes its database, service account and secret container (step 2).
     *
     * @return the loader as a new one
     */
    public Loader asNew() {
        return changed(builder -> builder.loader.isNew = true);
    }

    /**
     * A loader that differs from this one.
     *
     * @param changes sets what differs
     * @return the changed copy
     */
    public Loader with(Consumer<Builder> changes) {
        return changed(Objects.requireNonNull(changes, "changes"));
    }

    private Loader changed(Consumer<Builder> changes) {
        Builder builder = new Builder(copy());
        changes.accept(builder);
        return builder.loader.copy();
    }

    /** {@return the loader's name, such as {@code dlt}} */
    public String name() {
        return name;
    }

    /** {@return the loader's name for people; the name when nobody says otherwise} */
    public String displayName() {
        return displayName == null || displayName.isBlank() ? name : displayName;
    }

    /**
     * The tool that does the work. Several loaders may use one tool, each with a database of its own.
     *
     * @return the tool; the loader's name when nobody says otherwise
     */
    public String tool() {
        return tool == null ? name : tool;
    }

    /** {@return the database that was given; empty when it is derived from the name} */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /**
     * The Snowflake user that was given.
     *
     * @return the user; empty when it is derived from the name, or there is none
     */
    public Optional<String> serviceAccount() {
        return Optional.ofNullable(serviceAccount);
    }

    /**
     * Whether a service account loads the data.
     *
     * @return false for tools that run as an owner inside Snowflake
     */
    public boolean hasServiceAccount() {
        return !withoutServiceAccount;
    }

    /** {@return how a row tells when it was loaded} */
    public LoadedAt loadedAt() {
        return loadedAt;
    }

    /**
     * The keys of the JSON in which the loader finds its Snowflake credentials (RB07).
     *
     * @return the keys, in order
     */
    public List<String> credentialFields() {
        return credentialFields;
    }

    /** {@return who starts the loads} */
    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * Whether the plan creates the loader.
     *
     * @return true after {@link #asNew()}
     */
    public boolean isNew() {
        return isNew;
    }

    private List<String> usual() {
        return CREDENTIALS.getOrDefault(tool(), KEY_PAIR);
    }

    /** The same loader by another name, to see what is derived from that. */
    Loader called(String other) {
        return changed(builder -> builder.loader.name = other);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    List<@Nullable Object> values() {
        return Arrays.asList(
                name,
                displayName,
                tool,
                database,
                serviceAccount,
                withoutServiceAccount,
                loadedAt,
                credentialFields,
                scheduler,
                isNew);
    }

    /** Who starts loads. */
    public enum Scheduler {
        /** A Prefect deployment. */
        PREFECT,
        /** The loader itself. */
        LOADER
    }

    /** Defines a loader. Values are judged when the plan is built. */
    public static final class Builder {

        private final Loader loader;

        private Builder(Loader loader) {
            this.loader = loader;
        }

        /**
         * Sets the name for people.
         *
         * @param text such as {@code Fivetran}
         * @return this builder
         */
        public Builder displayName(String text) {
            loader.displayName = text;
            return this;
        }

        /**
         * Sets the tool that does the work, with the keys of its credentials unless others are given.
         *
         * @param toolName such as {@code dlt}
         * @return this builder
         */
        public Builder tool(String toolName) {
            boolean usual = loader.credentialFields.equals(loader.usual());
            loader.tool = toolName;
            loader.credentialFields = usual ? loader.usual() : loader.credentialFields;
            return this;
        }

        /**
         * Sets the database.
         *
         * @param identifier Snowflake database
         * @return this builder
         */
        public Builder database(String identifier) {
            loader.database = identifier;
            return this;
        }

        /**
         * Sets the Snowflake user; takes {@link #withoutServiceAccount()} back.
         *
         * @param identifier Snowflake user; null for the one that is derived from the name
         * @return this builder
         */
        public Builder serviceAccount(String identifier) {
            loader.serviceAccount = identifier;
            loader.withoutServiceAccount = false;
            return this;
        }

        /**
         * Says that no service account loads the data.
         *
         * @return this builder
         */
        public Builder withoutServiceAccount() {
            loader.serviceAccount = null;
            loader.withoutServiceAccount = true;
            return this;
        }

        /**
         * Sets how a row tells when it was loaded.
         *
         * @param how the way
         * @return this builder
         */
        public Builder loadedAt(LoadedAt how) {
            loader.loadedAt = Objects.requireNonNull(how, "how");
            return this;
        }

        /**
         * Sets the keys of the JSON in which the loader finds its Snowflake credentials; those of its tool when nobody
         * says otherwise. For a {@linkplain Loader#asNew() new} loader with a service account, the runbook's command
         * makes a key pair and puts it under {@code private_key}, which must be among the keys. It fills
         * {@code database}, {@code warehouse}, {@code role} and {@code username} or {@code user} from the plan, asks
         * for the account under {@code host} or {@code account}, and asks for every key of another name as it is
         * written here.
         *
         * @param keys the keys, in order
         * @return this builder
         */
        public Builder credentialFields(String... keys) {
            loader.credentialFields = Stream.of(Objects.requireNonNull(keys, "keys"))
                    .map(key -> Objects.requireNonNullElse(key, ""))
                    .toList();
            return this;
        }

        /**
         * Sets who starts the loads.
         *
         * @param who the scheduler
         * @return this builder
         */
        public Builder scheduledBy(Scheduler who) {
            loader.scheduler = Objects.requireNonNull(who, "who");
            return this;
        }
    }
}
