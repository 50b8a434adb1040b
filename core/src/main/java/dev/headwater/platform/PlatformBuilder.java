package dev.headwater.platform;

import dev.headwater.platform.Platform.Contacts;
import dev.headwater.platform.Platform.StagingNaming;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Changes of a platform. Values are judged when a plan is built with the platform. */
public final class PlatformBuilder {

    final Platform platform;

    /** Works on a copy that nobody else has. */
    PlatformBuilder(Platform platform) {
        this.platform = platform;
    }

    /**
     * Sets where a kind of file lives.
     *
     * @param folder the kind
     * @param path path below the repository's root, such as {@code terraform/snowflake}; both {@code .} and the empty
     *     path name the root itself, where Terraform may lie and nothing else. Several kinds of Terraform may share a
     *     folder. What is no such path is a problem {@code platform.folder}
     * @return this builder
     */
    public PlatformBuilder folder(Folder folder, String path) {
        Map<Folder, String> folders = new TreeMap<>(platform.folders);
        folders.put(
                Objects.requireNonNull(folder, "folder"), ".".equals(path) ? "" : Objects.requireNonNullElse(path, ""));
        platform.folders = Collections.unmodifiableMap(folders);
        return this;
    }

    /**
     * Sets the warehouse that loaders use.
     *
     * @param name Snowflake warehouse
     * @return this builder
     */
    public PlatformBuilder warehouse(String name) {
        platform.warehouse = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the account role that reads every source.
     *
     * @param name Snowflake account role
     * @return this builder
     */
    public PlatformBuilder sourcesReaderRole(String name) {
        platform.sourcesReaderRole = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the account role of developers.
     *
     * @param name Snowflake account role
     * @return this builder
     */
    public PlatformBuilder developerRole(String name) {
        platform.developerRole = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the service account that dbt runs as.
     *
     * @param name Snowflake user
     * @return this builder
     */
    public PlatformBuilder transformerUser(String name) {
        platform.transformerUser = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the database of dbt's production target.
     *
     * @param name Snowflake database
     * @return this builder
     */
    public PlatformBuilder analyticsDatabase(String name) {
        platform.analyticsDatabase = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the Prefect work pool.
     *
     * @param name work pool
     * @return this builder
     */
    public PlatformBuilder workPool(String name) {
        platform.workPool = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the AWS CLI profile with which secrets are stored.
     *
     * @param name profile
     * @return this builder
     */
    public PlatformBuilder awsProfile(String name) {
        platform.awsProfile = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Puts all secrets below a path in AWS Secrets Manager, which the policies of the worker and of CI let both read,
     * as with {@code secret:ingest/*}: {@code dlt/hubspot} becomes {@code ingest/dlt/hubspot}. With a prefix nobody is
     * asked to extend the policies for a new loader (RB08).
     *
     * @param path letters, digits and {@code /_+=.@-}, at most 128 with the slash at the end, which may be left out;
     *     empty, as in the runbook, for none. Another character is a problem {@code name.aws.character}, a longer path,
     *     which would leave no room for names in the 512 characters of a secret's, one {@code field.pattern}
     * @return this builder
     */
    public PlatformBuilder secretPrefix(String path) {
        String given = Objects.requireNonNullElse(path, "");
        platform.secretPrefix = given.isEmpty() || given.endsWith("/") ? given : given + "/";
        return this;
    }

    /**
     * Sets whom to ask, as the runbook's "Escalation" lists it.
     *
     * @param first whom to ask first
     * @param next whom to ask next
     * @return this builder
     */
    public PlatformBuilder contacts(String first, String next) {
        platform.contacts = new Contacts(Objects.requireNonNullElse(first, ""), Objects.requireNonNullElse(next, ""));
        return this;
    }

    /**
     * Sets the module name of flow files.
     *
     * @param pattern lower-case letters, digits and _ around one {@code {source}}
     * @return this builder
     */
    public PlatformBuilder flowModule(String pattern) {
        platform.flowModule = Objects.requireNonNullElse(pattern, "");
        return this;
    }

    /**
     * Sets how staging models are named.
     *
     * @param naming the way
     * @return this builder
     */
    public PlatformBuilder stagingNaming(StagingNaming naming) {
        platform.stagingNaming = Objects.requireNonNull(naming, "naming");
        return this;
    }

    /**
     * Sets how late a run may be before dbt warns.
     *
     * @param slack whole minutes, which are added to the thresholds that a schedule gives; none in the runbook
     * @return this builder
     */
    public PlatformBuilder lateRunSlack(Duration slack) {
        platform.lateRunSlack = Objects.requireNonNull(slack, "slack");
        return this;
    }

    /**
     * Sets whether deployments may start in one minute.
     *
     * @param allowed whether nobody has to be told of it
     * @return this builder
     */
    public PlatformBuilder sharedMinutes(boolean allowed) {
        platform.sharedMinutes = allowed;
        return this;
    }

    /**
     * Asks for the runbook's own text instead of deviations.
     *
     * @param codes codes of {@linkplain Deviation#canBeAsWritten() deviations with a way back}, such as {@code RB13};
     *     any other is a problem {@code platform.as-written}
     * @return this builder
     */
    public PlatformBuilder asWritten(String... codes) {
        platform.asWritten = longer(platform.asWritten, Objects.requireNonNull(codes, "codes"));
        return this;
    }

    /**
     * Leaves findings out of previews.
     *
     * @param codes codes of findings, such as {@code RB32}; one like {@code RB99} that no deviation has is a problem
     *     {@code mute.unknown}
     * @return this builder
     */
    public PlatformBuilder mute(String... codes) {
        platform.muted = longer(platform.muted, Objects.requireNonNull(codes, "codes"));
        return this;
    }

    /**
     * Says of other people's Terraform that it makes no schema, database, user or secret which a plan wants, such as a
     * module of grants from a registry whose arguments look like those of a module that makes schemas. The plan's own
     * blocks are then written beside it.
     *
     * @param modules for a module: the label of its call, such as {@code hubspot_grants}, its source as it is written,
     *     or its name at the end of the source, such as {@code snowflake_grants}; for a resource: its address, such as
     *     {@code snowflake_schema.all}
     * @return this builder
     */
    public PlatformBuilder makesNoneOfOurs(String... modules) {
        platform.makingNoneOfOurs = longer(platform.makingNoneOfOurs, Objects.requireNonNull(modules, "modules"));
        return this;
    }

    private static SortedSet<String> longer(SortedSet<String> set, String... more) {
        TreeSet<String> longer = new TreeSet<>(set);
        Stream.of(more).map(text -> Objects.requireNonNullElse(text, "")).forEach(longer::add);
        return Collections.unmodifiableSortedSet(longer);
    }
}
