package dev.headwater.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conventions of one team's platform: folders, shared Snowflake objects, the work pool, whom to ask.
 * {@link #runbook()} has the values of the runbook; {@link #with} gives a copy with some of them changed. Immutable.
 *
 * <p>What a repository shows decides over these values wherever an emitter can read it (module sources, argument names,
 * the case of SQL keywords).
 */
public final class Platform {

    private static final String BLANK = "is blank; give the platform's value or leave the runbook's";

    private static final Platform RUNBOOK = new Platform(new Builder());

    private final Map<Folder, String> folders;

    @NotBlank(message = BLANK) private final String warehouse;

    @NotBlank(message = BLANK) private final String sourcesReaderRole;

    @NotBlank(message = BLANK) private final String developerRole;

    @NotBlank(message = BLANK) private final String transformerUser;

    @NotBlank(message = BLANK) private final String analyticsDatabase;

    @NotBlank(message = BLANK) private final String workPool;

    @NotBlank(message = BLANK) private final String awsProfile;

    @Pattern(regexp = "(?s).{0,128}", message = "is longer than 128 characters; shorten it")
    private final String secretPrefix;

    @Valid private final Contacts contacts;

    @Pattern(
            regexp = "([a-z_][a-z0-9_]*)?\\{source}[a-z0-9_]*",
            message = "is not a flow file name; use lower-case letters, digits and _ around \\{source\\}, such as"
                    + " \\{source\\}_flow")
    private final String flowModule;

    private final StagingNaming stagingNaming;
    private final Duration lateRunSlack;
    private final boolean sharedMinutes;
    private final SortedSet<String> asWritten;
    private final SortedSet<@NotBlank(message = "holds a blank; name the code of a finding, such as RB32") String>
            muted;

    private final SortedSet<
                    @NotBlank(message = "holds a blank; name a module or a resource, such as snowflake_grants") String>
            makingNoneOfOurs;

    private Platform(Builder from) {
        this.folders = Collections.unmodifiableMap(new TreeMap<>(from.folders));
        this.warehouse = from.warehouse;
        this.sourcesReaderRole = from.sourcesReaderRole;
        this.developerRole = from.developerRole;
        this.transformerUser = from.transformerUser;
        this.analyticsDatabase = from.analyticsDatabase;
        this.workPool = from.workPool;
        this.awsProfile = from.awsProfile;
        this.secretPrefix = from.secretPrefix;
        this.contacts = from.contacts;
        this.flowModule = from.flowModule;
        this.stagingNaming = from.stagingNaming;
        this.lateRunSlack = from.lateRunSlack;
        this.sharedMinutes = from.sharedMinutes;
        this.asWritten = Collections.unmodifiableSortedSet(new TreeSet<>(from.asWritten));
        this.muted = Collections.unmodifiableSortedSet(new TreeSet<>(from.muted));
        this.makingNoneOfOurs = Collections.unmodifiableSortedSet(new TreeSet<>(from.makingNoneOfOurs));
    }

    /** {@return the platform that the runbook describes} */
    public static Platform runbook() {
        return RUNBOOK;
    }

    /**
     * A platform that differs from this one.
     *
     * @param changes sets what differs
     * @return the changed copy
     */
    public Platform with(Consumer<Builder> changes) {
        Builder builder = new Builder(this);
        Objects.requireNonNull(changes, "changes").accept(builder);
        return new Platform(builder);
    }

    /**
     * Where a kind of file lives in its repository.
     *
     * @param folder the kind
     * @return the path below the repository's root, without a slash at its end; empty for the root itself
     */
    public String folder(Folder folder) {
        return folders.getOrDefault(folder, folder.inRunbook());
    }

    /** {@return the warehouse that loaders use; its Terraform module is {@code warehouse_<lower case>}} */
    public String warehouse() {
        return warehouse;
    }

    /** {@return the account role that reads every source; its Terraform module is {@code role_<lower case>}} */
    public String sourcesReaderRole() {
        return sourcesReaderRole;
    }

    /** {@return the account role of developers, with which the verification looks at new tables} */
    public String developerRole() {
        return developerRole;
    }

    /** {@return the service account that dbt runs as; it owns the staging views} */
    public String transformerUser() {
        return transformerUser;
    }

    /**
     * {@return the database of dbt's production target, in which the schema {@code STAGING} holds the staging views}
     */
    public String analyticsDatabase() {
        return analyticsDatabase;
    }

    /** {@return the Prefect work pool that runs deployments} */
    public String workPool() {
        return workPool;
    }

    /** {@return the AWS CLI profile with which secrets are stored} */
    public String awsProfile() {
        return awsProfile;
    }

    /** {@return what the name of every secret begins with: nothing, or a path with a slash at its end} */
    public String secretPrefix() {
        return secretPrefix;
    }

    /** {@return whom to ask} */
    public Contacts contacts() {
        return contacts;
    }

    /**
     * The module name of a flow file, with {@code {source}} for the source's name. A pattern such as
     * {@code {source}_flow} keeps flow files from shadowing other modules in a worker (RB19).
     *
     * @return the pattern
     */
    public String flowModule() {
        return flowModule;
    }

    /** {@return how staging models are named (RB17)} */
    public StagingNaming stagingNaming() {
        return stagingNaming;
    }

    /** {@return how late a run may be before dbt warns, which the thresholds by a schedule leave room for (RB31)} */
    public Duration lateRunSlack() {
        return lateRunSlack;
    }

    /** {@return whether deployments may start in one minute (RB32)} */
    public boolean sharedMinutes() {
        return sharedMinutes;
    }

    /**
     * Whether the runbook's own text is wanted where Headwater would emit something else.
     *
     * @param deviation the place where they differ
     * @return true when the runbook's text is wanted
     */
    public boolean asWritten(Deviation deviation) {
        return asWritten.contains(deviation.code());
    }

    /** {@return the codes of the deviations for which the runbook's own text is wanted} */
    public SortedSet<String> asWritten() {
        return asWritten;
    }

    /** {@return the codes of the findings that are left out of previews} */
    public SortedSet<String> muted() {
        return muted;
    }

    /** {@return the modules and resources of other people that make nothing which a plan wants} */
    public SortedSet<String> makingNoneOfOurs() {
        return makingNoneOfOurs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Platform that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "platform " + values();
    }

    private List<Object> values() {
        return Arrays.asList(
                folders,
                Arrays.asList(warehouse, sourcesReaderRole, developerRole, transformerUser, analyticsDatabase),
                Arrays.asList(workPool, awsProfile, secretPrefix, contacts, flowModule, stagingNaming),
                Arrays.asList(lateRunSlack, sharedMinutes, asWritten, muted, makingNoneOfOurs));
    }

    /** Changes of a platform. Values are judged when a plan is built with the platform. */
    public static final class Builder {

        private final Map<Folder, String> folders = new TreeMap<>();
        private String warehouse = "LOADING";
        private String sourcesReaderRole = "ANALYTICS_SOURCES_READER";
        private String developerRole = "ANALYTICS_DEVELOPER";
        private String transformerUser = "SVC_DBT";
        private String analyticsDatabase = "ANALYTICS";
        private String workPool = "production";
        private String awsProfile = "infrastructure-admin";
        private String secretPrefix = "";
        private Contacts contacts = new Contacts(
                "Data Engineering team in #data-eng Slack",
                "Infrastructure team lead (for Terraform), pipeline team lead (for ingestion)");
        private String flowModule = "{source}";
        private StagingNaming stagingNaming = StagingNaming.BY_LOADER;
        private Duration lateRunSlack = Duration.ZERO;
        private boolean sharedMinutes;
        private final SortedSet<String> asWritten = new TreeSet<>();
        private final SortedSet<String> muted = new TreeSet<>();
        private final SortedSet<String> makingNoneOfOurs = new TreeSet<>();

        private Builder() {}

        private Builder(Platform from) {
            folders.putAll(from.folders);
            warehouse = from.warehouse;
            sourcesReaderRole = from.sourcesReaderRole;
            developerRole = from.developerRole;
            transformerUser = from.transformerUser;
            analyticsDatabase = from.analyticsDatabase;
            workPool = from.workPool;
            awsProfile = from.awsProfile;
            secretPrefix = from.secretPrefix;
            contacts = from.contacts;
            flowModule = from.flowModule;
            stagingNaming = from.stagingNaming;
            lateRunSlack = from.lateRunSlack;
            sharedMinutes = from.sharedMinutes;
            asWritten.addAll(from.asWritten);
            muted.addAll(from.muted);
            makingNoneOfOurs.addAll(from.makingNoneOfOurs);
        }

        /**
         * Sets where a kind of file lives.
         *
         * @param folder the kind
         * @param path path below the repository's root, such as {@code terraform/snowflake}; both {@code .} and the
         *     empty path name the root itself, where Terraform may lie and nothing else. Several kinds of Terraform may
         *     share a folder. What is no such path is a problem {@code platform.folder}
         * @return this builder
         */
        public Builder folder(Folder folder, String path) {
            folders.put(
                    Objects.requireNonNull(folder, "folder"),
                    ".".equals(path) ? "" : Objects.requireNonNullElse(path, ""));
            return this;
        }

        /**
         * Sets the warehouse that loaders use.
         *
         * @param name Snowflake warehouse
         * @return this builder
         */
        public Builder warehouse(String name) {
            warehouse = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Sets the account role that reads every source.
         *
         * @param name Snowflake account role
         * @return this builder
         */
        public Builder sourcesReaderRole(String name) {
            sourcesReaderRole = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Sets the account role of developers.
         *
         * @param name Snowflake account role
         * @return this builder
         */
        public Builder developerRole(String name) {
            developerRole = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Sets the service account that dbt runs as.
         *
         * @param name Snowflake user
         * @return this builder
         */
        public Builder transformerUser(String name) {
            transformerUser = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Sets the database of dbt's production target.
         *
         * @param name Snowflake database
         * @return this builder
         */
        public Builder analyticsDatabase(String name) {
            analyticsDatabase = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Sets the Prefect work pool.
         *
         * @param name work pool
         * @return this builder
         */
        public Builder workPool(String name) {
            workPool = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Sets the AWS CLI profile with which secrets are stored.
         *
         * @param name profile
         * @return this builder
         */
        public Builder awsProfile(String name) {
            awsProfile = Objects.requireNonNullElse(name, "");
            return this;
        }

        /**
         * Puts all secrets below a path in AWS Secrets Manager, which the policies of the worker and of CI let both
         * read, as with {@code secret:ingest/*}: {@code dlt/hubspot} becomes {@code ingest/dlt/hubspot}. With a prefix
         * nobody is asked to extend the policies for a new loader (RB08).
         *
         * @param path letters, digits and {@code /_+=.@-}, at most 128 with the slash at the end, which may be left
         *     out; empty, as in the runbook, for none. Another character is a problem {@code name.aws.character}, a
         *     longer path, which would leave no room for names in the 512 characters of a secret's, one
         *     {@code field.pattern}
         * @return this builder
         */
        public Builder secretPrefix(String path) {
            String given = Objects.requireNonNullElse(path, "");
            secretPrefix = given.isEmpty() || given.endsWith("/") ? given : given + "/";
            return this;
        }

        /**
         * Sets whom to ask, as the runbook's "Escalation" lists it.
         *
         * @param first whom to ask first
         * @param next whom to ask next
         * @return this builder
         */
        public Builder contacts(String first, String next) {
            contacts = new Contacts(Objects.requireNonNullElse(first, ""), Objects.requireNonNullElse(next, ""));
            return this;
        }

        /**
         * Sets the module name of flow files.
         *
         * @param pattern lower-case letters, digits and _ around one {@code {source}}
         * @return this builder
         */
        public Builder flowModule(String pattern) {
            flowModule = Objects.requireNonNullElse(pattern, "");
            return this;
        }

        /**
         * Sets how staging models are named.
         *
         * @param naming the way
         * @return this builder
         */
        public Builder stagingNaming(StagingNaming naming) {
            stagingNaming = Objects.requireNonNull(naming, "naming");
            return this;
        }

        /**
         * Sets how late a run may be before dbt warns.
         *
         * @param slack whole minutes, which are added to the thresholds that a schedule gives; none in the runbook
         * @return this builder
         */
        public Builder lateRunSlack(Duration slack) {
            lateRunSlack = Objects.requireNonNull(slack, "slack");
            return this;
        }

        /**
         * Sets whether deployments may start in one minute.
         *
         * @param allowed whether nobody has to be told of it
         * @return this builder
         */
        public Builder sharedMinutes(boolean allowed) {
            sharedMinutes = allowed;
            return this;
        }

        /**
         * Asks for the runbook's own text instead of deviations.
         *
         * @param codes codes of {@linkplain Deviation#canBeAsWritten() deviations with a way back}, such as
         *     {@code RB13}; any other is a problem {@code platform.as-written}
         * @return this builder
         */
        public Builder asWritten(String... codes) {
            asWritten.addAll(given(Objects.requireNonNull(codes, "codes")));
            return this;
        }

        /**
         * Leaves findings out of previews.
         *
         * @param codes codes of findings, such as {@code RB32}; one like {@code RB99} that no deviation has is a
         *     problem {@code mute.unknown}
         * @return this builder
         */
        public Builder mute(String... codes) {
            muted.addAll(given(Objects.requireNonNull(codes, "codes")));
            return this;
        }

        /**
         * Says of other people's Terraform that it makes no schema, database, user or secret which a plan wants, such
         * as a module of grants from a registry whose arguments look like those of a module that makes schemas. The
         * plan's own blocks are then written beside it.
         *
         * @param modules for a module: the label of its call, such as {@code hubspot_grants}, its source as it is
         *     written, or its name at the end of the source, such as {@code snowflake_grants}; for a resource: its
         *     address, such as {@code snowflake_schema.all}
         * @return this builder
         */
        public Builder makesNoneOfOurs(String... modules) {
            makingNoneOfOurs.addAll(given(Objects.requireNonNull(modules, "modules")));
            return this;
        }

        private static List<String> given(String[] codes) {
            return Stream.of(codes)
                    .map(code -> Objects.requireNonNullElse(code, ""))
                    .toList();
        }
    }
}
