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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conventions of one team's platform: folders, shared Snowflake objects, the work pool, whom to ask.
 * {@link #runbook()} has the values of the runbook; {@link #with} gives a copy with some of them changed. Immutable.
 *
 * <p>What a repository shows decides over these values wherever an emitter can read it (module sources, argument names,
 * the case of SQL keywords).
 */
public final class Platform implements Cloneable {

    private static final String BLANK = "is blank; give the platform's value or leave the runbook's";

    private static final Platform RUNBOOK = new Platform();

    Map<Folder, String> folders = Map.of();

    @NotBlank(message = BLANK) String warehouse = "LOADING";

    @NotBlank(message = BLANK) String sourcesReaderRole = "ANALYTICS_SOURCES_READER";

    @NotBlank(message = BLANK) String developerRole = "ANALYTICS_DEVELOPER";

    @NotBlank(message = BLANK) String transformerUser = "SVC_DBT";

    @NotBlank(message = BLANK) String analyticsDatabase = "ANALYTICS";

    @NotBlank(message = BLANK) String workPool = "production";

    @NotBlank(message = BLANK) String awsProfile = "infrastructure-admin";

    @Pattern(regexp = "(?s).{0,128}", message = "is longer than 128 characters; shorten it")
    String secretPrefix = "";

    @Valid Contacts contacts = new Contacts(
            "Data Engineering team in #data-eng Slack",
            "Infrastructure team lead (for Terraform), pipeline team lead (for ingestion)");

    @Pattern(
            regexp = "([a-z_][a-z0-9_]*)?\\{source}[a-z0-9_]*",
            message = "is not a flow file name; use lower-case letters, digits and _ around \\{source\\}, such as"
                    + " \\{source\\}_flow")
    String flowModule = "{source}";

    StagingNaming stagingNaming = StagingNaming.BY_LOADER;
    Duration lateRunSlack = Duration.ZERO;
    boolean sharedMinutes;
    SortedSet<String> asWritten = Collections.emptySortedSet();
    SortedSet<@NotBlank(message = "holds a blank; name the code of a finding, such as RB32") String> muted =
            Collections.emptySortedSet();

    SortedSet<@NotBlank(message = "holds a blank; name a module or a resource, such as snowflake_grants") String>
            makingNoneOfOurs = Collections.emptySortedSet();

    private Platform() {}

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
    public Platform with(Consumer<PlatformBuilder> changes) {
        PlatformBuilder builder = new PlatformBuilder(copy());
        Objects.requireNonNull(changes, "changes").accept(builder);
        return builder.platform.copy();
    }

    private Platform copy() {
        try {
            return (Platform) clone();
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
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

    /**
     * Whom to ask, as the runbook's "Escalation" lists it; one line each.
     *
     * @param first whom to ask first
     * @param next whom to ask next
     */
    public record Contacts(
            @NotBlank(message = "is blank; say whom to ask first") String first,

            @NotBlank(message = "is blank; say whom to ask next") String next) {}

    /** How a staging model is named. */
    public enum StagingNaming {
        /** {@code stg_<loader>__<table>}, as the runbook has it. */
        BY_LOADER,
        /** {@code stg_<loader>_<source>__<table>}: two sources of one loader may have tables of one name. */
        BY_SOURCE
    }
}
