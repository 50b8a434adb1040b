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

    private static final Platform RUNBOOK = new Platform(new PlatformBuilder());

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

    private Platform(PlatformBuilder from) {
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
    public Platform with(Consumer<PlatformBuilder> changes) {
        PlatformBuilder builder = new PlatformBuilder(this);
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

    /** {@return the folders that differ from the runbook's} */
    Map<Folder, String> folders() {
        return folders;
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
}
