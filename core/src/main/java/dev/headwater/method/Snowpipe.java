package dev.headwater.method;

import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.TableSettings;
import dev.headwater.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files in S3, which Snowpipe loads as they come. Each table has files of its own, and a pipe that the bucket tells of
 * new ones. Somebody else puts the files there, or a pipeline of dlt does ({@link #uploadedBy}). Immutable; values are
 * judged when the plan is built.
 *
 * <pre>{@code
 * Snowpipe.from("acme-data-lake-prod"); // tables: table.from(Snowpipe.files("rates/", FileFormat.jsonLines())).append()
 * }</pre>
 *
 * @param <T> what it needs to know of each table
 */
public final class Snowpipe<T extends TableSettings> implements IngestionMethod<T> {

    /** The column that holds a row where all of it is in one. */
    public static final String RECORD = "record";

    /** The column with the file that a row comes from. */
    public static final String SOURCE_FILE = "_source_file";

    /** What Snowpipe adds to the name of a table. */
    private static final List<String> OBJECTS = List.of("format", "stage", "pipe");

    @NotBlank(message = "is blank; name the bucket, such as acme-data-lake-prod") private final String bucket;

    private final boolean oneVariant;

    @Pattern(
            regexp = ".*\\S.*",
            flags = Pattern.Flag.DOTALL,
            message = "is blank; name the storage integration as Snowflake shows it, or leave it out")
    private final @Nullable String integration;

    private final @Nullable String storageRole;
    private final @Nullable String bucketNotification;
    private final @Nullable String notificationChannel;

    @Valid private final @Nullable DltMethod<T> uploader;

    private final Class<T> tableSettings;

    private Snowpipe(String bucket, SnowpipeBuilder builder, Class<T> tableSettings) {
        this.bucket = bucket;
        this.oneVariant = builder.oneVariant;
        this.integration = builder.integration;
        this.storageRole = builder.storageRole;
        this.bucketNotification = builder.bucketNotification;
        this.notificationChannel = builder.notificationChannel;
        this.uploader = null;
        this.tableSettings = tableSettings;
    }

    private Snowpipe(Snowpipe<?> other, DltMethod<T> uploader) {
        this.bucket = other.bucket;
        this.oneVariant = other.oneVariant;
        this.integration = other.integration;
        this.storageRole = other.storageRole;
        this.bucketNotification = other.bucketNotification;
        this.notificationChannel = other.notificationChannel;
        this.uploader = uploader;
        this.tableSettings = uploader.tableSettings();
    }

    /**
     * Files in a bucket.
     *
     * @param bucket the bucket's name, without {@code s3://}; one that AWS refuses is a problem {@code name.s3.bucket}
     * @return the method
     */
    public static Snowpipe<Files> from(String bucket) {
        return from(bucket, asItIs -> {});
    }

    /**
     * Files in a bucket.
     *
     * @param bucket the bucket's name, without {@code s3://}
     * @param definition how it is read, and who tells of new files
     * @return the method
     */
    public static Snowpipe<Files> from(String bucket, Consumer<SnowpipeBuilder> definition) {
        SnowpipeBuilder builder = new SnowpipeBuilder();
        Objects.requireNonNull(definition, "definition").accept(builder);
        return new Snowpipe<>(Objects.requireNonNullElse(bucket, ""), builder, Files.class);
    }

    /**
     * Has a pipeline of dlt put the files there, as JSON lines below {@code <dataset>/<table>/}. Its tables are those
     * of that method.
     *
     * @param method where the pipeline reads
     * @param <U> what it needs to know of each table
     * @return the method
     */
    public <U extends TableSettings> Snowpipe<U> uploadedBy(DltMethod<U> method) {
        return new Snowpipe<>(this, Objects.requireNonNull(method, "method"));
    }

    /**
     * The files of one table.
     *
     * @param prefix the folder in the bucket, such as {@code exchange-rates/}; no other table's may lie inside of it
     * @param format how the files are written
     * @return the files
     */
    public static Files files(String prefix, FileFormat format) {
        return new Files(prefix, format);
    }

    @Override
    public String tool() {
        return "snowpipe";
    }

    @Override
    public Class<T> tableSettings() {
        return tableSettings;
    }

    @Override
    public List<Secret> secrets() {
        return uploader().map(DltMethod::secrets).orElse(List.of());
    }

    @Override
    public List<DerivedName> names(Source source, Names names) {
        return uploader().map(method -> method.names(source, names)).orElse(List.of());
    }

    @Override
    public List<DerivedName> names(Table table) {
        List<DerivedName> derived = new ArrayList<>();
        OBJECTS.forEach(what -> derived.add(new DerivedName(what, new SnowflakeIdentifier(), object(table, what))));
        uploader().ifPresent(method -> derived.addAll(method.names(table)));
        return derived;
    }

    @Override
    public List<DerivedName> names(Secret secret) {
        return uploader().map(method -> method.names(secret)).orElse(List.of());
    }

    /**
     * A column each field of the first level, found without regard to case; what is nested stays in it. With
     * {@link SnowpipeBuilder#oneVariant()} all of it is in one column.
     */
    @Override
    public RawField rawField(String path) {
        RawField field = IngestionMethod.super.rawField(path);
        String first = uploader()
                .map(method -> method.rawField(field.column()).column())
                .orElse(field.column());
        if (!oneVariant) {
            return new RawField(column(first), field.inside());
        }
        List<String> inside = new ArrayList<>(List.of(first));
        inside.addAll(field.inside());
        return new RawField(RECORD, inside);
    }

    /** Each character by itself: of ß, whose capitals are two letters, Snowflake makes none. */
    private static String column(String name) {
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_$]*");
        return plain
                ? name.toLowerCase(Locale.ROOT)
                : name.codePoints()
                        .map(Character::toUpperCase)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    @Override
    public Optional<Run> run(Source source, Names names) {
        return uploader().flatMap(method -> method.run(source, names));
    }

    /** The folder that Snowpipe looks at. */
    @Override
    public Optional<String> location(Source source, Table table, Names names) {
        return files(source, table, names).map(files -> "s3://" + bucket + "/" + files.prefix());
    }

    @Override
    public void check(Source source, Place place, Problems problems) {
        new SnowpipeRules(this, place, problems).judge(source);
        uploader().ifPresent(method -> method.check(source, place, problems));
    }

    /** {@return the bucket's name} */
    public String bucket() {
        return bucket;
    }

    /** {@return whether each row is in one VARIANT column} */
    public boolean isOneVariant() {
        return oneVariant;
    }

    /** {@return the storage integration that was named} */
    public Optional<String> integration() {
        return Optional.ofNullable(integration);
    }

    /** {@return the ARN of the role with which a storage integration is made} */
    public Optional<String> storageRole() {
        return Optional.ofNullable(storageRole);
    }

    /** {@return the label of the bucket's notification in Terraform, where it was named} */
    public Optional<String> bucketNotification() {
        return Optional.ofNullable(bucketNotification);
    }

    /** {@return the ARN of the pipes' queue, once it is known} */
    public Optional<String> notificationChannel() {
        return Optional.ofNullable(notificationChannel);
    }

    /** {@return the pipeline that puts the files there; empty when somebody else does} */
    public Optional<DltMethod<T>> uploader() {
        return Optional.ofNullable(uploader);
    }

    /**
     * Where a table's files are, and how they are written.
     *
     * @param source the table's source
     * @param table the table
     * @param names the names that every plan derives
     * @return the files; empty for a table without settings, which a built plan never has
     */
    public Optional<Files> files(Source source, Table table, Names names) {
        return uploader == null
                ? table.settings(Files.class)
                : Optional.of(new Files(names.module(source) + "/" + table.name() + "/", FileFormat.jsonLines()));
    }

    /**
     * An object of Snowflake that belongs to a table.
     *
     * @param table the table
     * @param what what it is: {@code format}, {@code stage} or {@code pipe}
     * @return such as {@code RATES_PIPE}
     */
    public static String object(Table table, String what) {
        return (table.name() + "_" + what).toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Snowpipe<?> that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "s3://" + bucket + uploader().map(method -> " from " + method).orElse("");
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                bucket,
                oneVariant,
                integration,
                storageRole,
                bucketNotification,
                notificationChannel,
                uploader,
                tableSettings);
    }

    /**
     * The files of one table.
     *
     * @param prefix the folder in the bucket
     * @param format how the files are written
     */
    public record Files(String prefix, @Valid FileFormat format) implements TableSettings {

        /**
         * @param prefix the folder in the bucket
         * @param format how the files are written
         */
        public Files {
            prefix = Objects.requireNonNullElse(prefix, "");
            Objects.requireNonNull(format, "format");
        }
    }
}
