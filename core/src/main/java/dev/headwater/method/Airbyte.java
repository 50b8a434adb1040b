package dev.headwater.method;

import dev.headwater.naming.FileName;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import dev.headwater.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A SaaS tool that a connector of Airbyte reads. Names are those of Airbyte's public API and of version 1.3 of its
 * Terraform provider. Immutable; values are judged when the plan is built.
 *
 * <pre>{@code
 * Airbyte.connector("HubSpot", airbyte -> airbyte.setting("start_date", "2026-01-01T00:00:00Z")
 *         .secret("credentials.access_token", Secret.named("access_token")));
 * }</pre>
 */
public final class Airbyte implements IngestionMethod<Airbyte.Stream> {

    /** The schema in which Airbyte's Snowflake destination keeps its raw data, for all sources (destination 4). */
    private static final HelperSchema INTERNAL = new HelperSchema("AIRBYTE_INTERNAL", true);

    @NotBlank(message = "is blank; name the connector as Airbyte's catalog does, such as HubSpot") private final String connector;

    @NotBlank(message = "is blank; give the connector's type, such as hubspot, or leave it out") private final String sourceType;

    @Pattern(
            regexp = ".*\\S.*",
            flags = Pattern.Flag.DOTALL,
            message = "is blank; name the destination as Airbyte shows it, or leave it out")
    private final @Nullable String destination;

    private final List<@Valid Field> fields;

    private final ManagedBy managedBy;
    private final boolean scheduled;

    private Airbyte(AirbyteBuilder builder) {
        this.connector = builder.connector;
        this.sourceType = builder.sourceType;
        this.destination = builder.destination;
        this.fields = List.copyOf(builder.fields);
        this.managedBy = builder.managedBy;
        this.scheduled = builder.scheduled;
    }

    /**
     * A connector that needs no configuration.
     *
     * @param name as Airbyte's catalog has it, such as {@code HubSpot}
     * @return the method
     */
    public static Airbyte connector(String name) {
        return connector(name, asItComes -> {});
    }

    /**
     * A connector.
     *
     * @param name as Airbyte's catalog has it, such as {@code HubSpot}
     * @param definition its configuration, and who manages it
     * @return the method
     */
    public static Airbyte connector(String name, Consumer<AirbyteBuilder> definition) {
        AirbyteBuilder builder = new AirbyteBuilder(Objects.requireNonNullElse(name, ""));
        Objects.requireNonNull(definition, "definition").accept(builder);
        return new Airbyte(builder);
    }

    /**
     * A stream of the connector. How it is synchronized follows from the table: {@link SyncMode}.
     *
     * @param name as the connector has it; Airbyte calls the table in Snowflake the same, so that another name of the
     *     table is a problem {@code airbyte.table}
     * @return the stream
     */
    public static Stream stream(String name) {
        return new Stream(name, false);
    }

    @Override
    public String tool() {
        return "airbyte";
    }

    @Override
    public Class<Stream> tableSettings() {
        return Stream.class;
    }

    /**
     * A column each field of the first level; what is nested stays in it. Airbyte makes columns in upper case and
     * cleans nothing else (Snowflake destination 4), so that a plain name needs no quotes.
     */
    @Override
    public RawField rawField(String path) {
        RawField field = IngestionMethod.super.rawField(path);
        String name = field.column();
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_$]*");
        return new RawField(plain ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT), field.inside());
    }

    @Override
    public List<DerivedName> names(Source source, Names names) {
        DerivedName connection = new DerivedName("Airbyte connection", new PrefectName(), connection(source, names));
        return scheduled
                ? List.of(connection)
                : List.of(
                        connection,
                        new DerivedName("Python module", new PythonModule(), names.flowModule(source)),
                        new DerivedName("flow file", new PythonFlowModule(), names.flowModule(source)),
                        new DerivedName("flow file", new FileName(), names.flowModule(source)));
    }

    @Override
    public List<HelperSchema> helperSchemas(Source source, Names names) {
        return List.of(INTERNAL);
    }

    @Override
    public Optional<Run> run(Source source, Names names) {
        return scheduled ? Optional.empty() : Optional.of(new Run.RemoteJob(connection(source, names)));
    }

    @Override
    public List<OutsideStep> outsideSteps(DataSourcePlan plan, Source source) {
        return new AirbyteSteps(plan, source, this).all();
    }

    @Override
    public void check(Source source, Place place, Problems problems) {
        new AirbyteRules(this, place, problems).judge(source);
    }

    /** {@return the connector's name in Airbyte's catalog} */
    public String connector() {
        return connector;
    }

    /** {@return the connector's type in Airbyte's API, such as {@code hubspot}} */
    public String sourceType() {
        return sourceType;
    }

    /** {@return the destination that was given; empty when it is derived from the loader} */
    public Optional<String> destination() {
        return Optional.ofNullable(destination);
    }

    /**
     * The destination in Airbyte, which all sources of the loader share.
     *
     * @param names the names that every plan derives
     * @return such as {@code snowflake-airbyte}
     */
    public String destination(Names names) {
        return destination().orElseGet(() -> "snowflake-" + names.loaderTag());
    }

    /** {@return the connector's configuration, in the order in which it was given} */
    public List<Field> fields() {
        return fields;
    }

    /**
     * Some fields of the configuration as one object.
     *
     * @param wanted which
     * @return keys with values, objects in objects, in the order in which they were given
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> configuration(Predicate<Field> wanted) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        for (Field field : fields.stream().filter(wanted).toList()) {
            List<String> keys = keys(field.path());
            Map<String, Object> inner = configuration;
            for (String key : keys.subList(0, keys.size() - 1)) {
                inner = (Map<String, Object>) inner.computeIfAbsent(key, any -> new LinkedHashMap<>());
            }
            inner.put(keys.get(keys.size() - 1), field.value());
        }
        return configuration;
    }

    /**
     * The keys of a path, as Airbyte's API takes them.
     *
     * @param path such as {@code credentials.access_token}
     * @return the keys, from the outermost
     */
    public static List<String> keys(String path) {
        return List.of(path.split("\\.", -1));
    }

    /** {@return who makes source and connection} */
    public ManagedBy managedBy() {
        return managedBy;
    }

    /** {@return whether Airbyte itself starts the syncs, so that there is no flow} */
    public boolean isScheduledByAirbyte() {
        return scheduled;
    }

    /**
     * The source in Airbyte.
     *
     * @param source the source
     * @param names the names that every plan derives
     * @return such as {@code hubspot-production}
     */
    public String sourceName(Source source, Names names) {
        return ofLoader(names) + names.kebab(source) + "-production";
    }

    /**
     * The connection in Airbyte.
     *
     * @param source the source
     * @param names the names that every plan derives
     * @return such as {@code hubspot-to-snowflake}
     */
    public String connection(Source source, Names names) {
        return ofLoader(names) + names.kebab(source) + "-to-snowflake";
    }

    /** Two loaders of one Airbyte may have sources of one name. */
    private String ofLoader(Names names) {
        return names.loaderTag().equals(tool()) ? "" : names.loaderTag() + "-";
    }

    /**
     * The environment variable in which a worker's flows find Airbyte's API (RB38).
     *
     * @param plan the plan
     * @return such as {@code AIRBYTE_API_CREDENTIALS}, whose value is all of {@link #apiSecret}
     */
    public static String apiVariable(DataSourcePlan plan) {
        return plan.loader().name().toUpperCase(Locale.ROOT) + "_API_CREDENTIALS";
    }

    /**
     * The secret in which everybody finds Airbyte's API (RB38): JSON with the keys {@code client_id},
     * {@code client_secret}, {@code workspace_id} and {@code api_url}.
     *
     * @param plan the plan
     * @return such as {@code airbyte/api-credentials}
     */
    public static String apiSecret(DataSourcePlan plan) {
        return plan.platform().secretPrefix() + plan.loader().name() + "/api-credentials";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Airbyte that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return connector;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(connector, sourceType, destination, fields, managedBy, scheduled);
    }

    /** Who makes source and connection in Airbyte. */
    public enum ManagedBy {
        /** A person, in Airbyte's own console; the runbook lists every field. */
        HAND,
        /** The requests of the runbook's step to Airbyte's public API. */
        API,
        /** Terraform, by the provider {@code airbytehq/airbyte} 1.1 or later. */
        TERRAFORM
    }

    /**
     * A field of the connector's configuration.
     *
     * @param path its place in the configuration, nesting with dots, such as {@code credentials.access_token}
     * @param value a text, a number, a truth value, a list of texts, or the {@link Secret} that goes there
     */
    public record Field(
            @NotBlank(message = "is blank; name the field as the connector's documentation does, such as start_date") String path,

            Object value) {

        /**
         * @param path its place in the configuration
         * @param value its value, or the secret that goes there
         */
        public Field {
            path = Objects.requireNonNullElse(path, "");
            Objects.requireNonNull(value, "value");
        }

        /** {@return the secret that goes there, if it is one} */
        public Optional<Secret> secret() {
            return value instanceof Secret secret ? Optional.of(secret) : Optional.empty();
        }
    }

    /**
     * A stream of one table.
     *
     * @param name as the connector has it
     * @param hasOwnCursor whether the connector knows itself what is new
     */
    public record Stream(
            @NotBlank(message = "is blank; name the stream as the connector does, such as contacts") String name,

            boolean hasOwnCursor)
            implements TableSettings {

        /**
         * @param name as the connector has it
         * @param hasOwnCursor whether the connector knows itself what is new
         */
        public Stream {
            name = Objects.requireNonNullElse(name, "");
        }

        /**
         * The same stream, whose cursor the connector defines itself, so that the table needs none to be incremental.
         *
         * @return the changed stream
         */
        public Stream withOwnCursor() {
            return new Stream(name, true);
        }
    }
}
